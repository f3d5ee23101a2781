import { defineRule, type Rule } from '@preflag/core';

/** With the groups and hyphens that people write. */
const ISBN = /\bISBN(?:-1[03])?:?\s*((?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dX])(?![\d-])/gi;
const ISSN = /\b(?:e-?)?ISSN:?\s*(\d{4}-?\d{3}[\dX])(?![\d-])/gi;
const DOI = /\b(?:doi:\s*|DOI:\s*|doi\.org\/)([^\s\])>,;"'\uFFFC]+)/g;

/**
 * Computes the check digits of ISBN (ISO 2108) and ISSN (ISO 3297), and reads the form of a DOI (ISO 26324: `10.`, a prefix and a suffix).
 * Does not catch: numbers that are valid and of another work; no register is asked.
 * Known false alarms: none known.
 */
export const invalidIdentifier: Rule<'document'> = defineRule({
  id: 'report-structure/invalid-identifier',
  title: 'An ISBN, ISSN or DOI cannot exist',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  why: 'The source cannot be found, and may be made up.',
  advice: 'Look the work up and copy its number.',
  messages: {
    digit: 'The {{kind}} {{found}} cannot exist: its check digit is wrong',
    form: { text: 'The DOI {{found}} has not the form of a DOI (10.prefix/suffix)', certainty: 'likely' },
  },
  *check({ model, looked }) {
    for (const block of model.blocks) {
      const { text, type } = block;
      if (type === 'code' || !/ISBN|ISSN|doi/i.test(text)) continue;
      for (const [kind, pattern, isValid] of KINDS) {
        for (const match of text.matchAll(pattern)) {
          const [, found = ''] = match;
          const bare = kind === 'DOI' ? found.replace(/[.]+$/, '') : found;
          looked({ identifiers: 1 });
          if (isValid(bare)) continue;
          const at = model.locate(block, match.index + match[0].indexOf(found), bare.length);
          yield { messageId: kind === 'DOI' ? 'form' : 'digit', data: { kind, found: bare }, at };
        }
      }
    }
  },
});

const KINDS: readonly (readonly ['ISBN' | 'ISSN' | 'DOI', RegExp, (text: string) => boolean])[] = [
  ['ISBN', ISBN, isIsbn],
  ['ISSN', ISSN, isIssn],
  ['DOI', DOI, (text) => /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text)],
];

function isIsbn(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length === 13) return digits.reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return digits.length === 10 && digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11 === 0;
}

function isIssn(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length === 8 && digits.reduce((sum, digit, index) => sum + digit * (8 - index), 0) % 11 === 0;
}

/** `X` is ten. */
function digitsOf(text: string): number[] {
  return Array.from(text.replace(/[\s-]/g, ''), (sign) => (sign.toUpperCase() === 'X' ? 10 : Number(sign)));
}
