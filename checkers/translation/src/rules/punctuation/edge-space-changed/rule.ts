import { defineRule, type Problem, type Rule } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** Languages that set no space between words, and join texts without one. */
const WITHOUT_SPACES = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'dz']);

/**
 * Compares the white space at the ends of the messages of programs, which put texts together by it: `Name: ` and what follows.
 * Does not catch: white space within; documents, whose readers leave out what stands at the ends of a paragraph.
 * In po files a line break on one side only is certain: msgfmt ends with an error. Entries that are fuzzy it does not look at.
 * Known false alarms: texts of which the source has a space too many; other spaces for a space are the same.
 */
export const edgeSpaceChanged: Rule<'bitext'> = defineRule({
  id: 'translation/edge-space-changed',
  title: 'White space at the end of a message was lost or added',
  severity: 'minor',
  certainty: 'certain',
  reads: 'bitext',
  needs: ['source'],
  why: 'Programs put messages together as they are: two words run into each other, or a line breaks where none should.',
  advice: 'Begin and end the translation with the same white space as the source.',
  messages: {
    refused: {
      text: '{{one}} {{where}} with a line break, and {{other}} does not: msgfmt refuses the file',
      severity: 'important',
    },
    line: { text: '{{one}} {{where}} with a line break, and {{other}} does not', certainty: 'likely' },
    lost: { text: 'The source {{where}} with a space, and the translation does not', certainty: 'likely' },
    added: { text: 'The translation {{where}} with a space, and the source does not', certainty: 'hint' },
  },
  *check({ model, looked }) {
    const isPo = model.catalog?.format === 'po';
    const target = languageOf(model.targetLanguage);
    for (const segment of translatedSegments(model)) {
      if (!model.catalog && !isInterfaceText(segment)) continue;
      looked({ messages: 1 });
      const language = segment.language === undefined ? target : languageOf(segment.language);
      const isRefused = isPo && segment.state?.isUnfinished !== true;
      for (const edge of EDGES) {
        const messageId = verdictOf(edge, segment.source, segment.target, isRefused, WITHOUT_SPACES.has(language ?? ''));
        if (messageId) yield { ...problemOf(messageId, edge, segment), related: relatedSource(model, segment) };
      }
    }
  },
});

interface Edge {
  readonly where: string;
  readonly space: (text: string) => string;
  /** What msgfmt looks at. */
  readonly isLine: (text: string) => boolean;
}

/** More white space at the end is not looked at. */
const LONGEST = 200;
const EDGES: readonly Edge[] = [
  { where: 'begins', space: (text) => /^\s+/u.exec(text)?.[0] ?? '', isLine: (text) => text.startsWith('\n') },
  { where: 'ends', space: (text) => /\s*$/u.exec(text.slice(-LONGEST))?.[0] ?? '', isLine: (text) => text.endsWith('\n') },
];

function verdictOf({ space, isLine }: Edge, source: string, target: string, isRefused: boolean, isSpaceless: boolean): string | undefined {
  if (isRefused && isLine(source) !== isLine(target)) return 'refused';
  const [own, other] = [space(source), space(target)];
  if (own.includes('\n') !== other.includes('\n')) return 'line';
  if (isSpaceless || (own === '') === (other === '')) return undefined;
  return other === '' ? 'lost' : 'added';
}

function problemOf(messageId: string, { where, space, isLine }: Edge, { id, source }: TranslatedSegment): Problem {
  const at = { kind: 'segment', id } as const;
  if (messageId !== 'refused' && messageId !== 'line') return { messageId, data: { where }, at };
  const isInSource = messageId === 'refused' ? isLine(source) : space(source).includes('\n');
  const [one, other] = isInSource ? ['The source', 'the translation'] : ['The translation', 'the source'];
  return { messageId, data: { where, one, other }, at };
}
