import { defineRule, type Problem, type Rule } from '@preflag/core';
import { chineseScripts, type ScriptCount } from '../../../facts/chinese-scripts.ts';
import { askedVariant, type AskedVariant } from '../../../language/asked-variant.ts';
import { otherEnglishWords } from '../../../language/english-words.ts';
import { PORTUGUESE_WORDS } from '../../../language/portuguese-words.ts';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments } from '../../../translated-segments.ts';

/** So many signs of the wrong script, and more than of the right one: some are used in both. */
const LEAST_SIGNS = 2;
/** So many signs of the right script in a file to one of the wrong one make a single one a slip. */
const SIGNS_TO_A_SLIP = 10;
/** Shorter texts are names. */
const LEAST_LETTERS = 12;
const NAMES = { Hans: 'simplified', Hant: 'traditional', Latn: 'Latin', Cyrl: 'Cyrillic', BR: 'Brazilian', PT: 'European' } as const;

/**
 * Knows simplified and traditional Chinese (by opencc's tables), Latin and Cyrillic letters of languages that are written in both, the
 * Swiss spelling without ß, and words that Brazil and Portugal, and in files of messages Britain and the United States, spell differently.
 * Only where the tag says which: zh-TW, sr-Latn, en-GB.
 * Does not catch: words of Taiwan in simplified letters and the reverse; grammar of Brazil and Portugal; Spanish and French of one country.
 * British and American spelling in documents is formatting/mixed-spelling-variants.
 * Known false alarms: names and quotations of the other country.
 */
export const wrongVariant: Rule<'bitext'> = defineRule({
  id: 'translation/wrong-variant',
  title: 'The text is in another variant of the language than asked for',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  facts: [chineseScripts],
  why: 'Readers see that it was made for others, and some cannot read it with ease.',
  advice: 'Write it in the variant that was asked for.',
  messages: {
    script: "'{{found}}' is written in {{variant}} characters; {{language}} needs {{expected}} ones",
    sign: {
      text: "'{{found}}' is a {{variant}} character; {{language}} needs {{expected}} ones, as nearly all other texts of the file have",
      severity: 'minor',
    },
    word: { text: "'{{found}}' is {{variant}} Portuguese; {{language}} has '{{expected}}'", certainty: 'hint', severity: 'minor' },
    english: { text: "'{{found}}' is {{variant}} spelling; {{language}} has '{{expected}}'", certainty: 'hint', severity: 'minor' },
    swiss: { text: "'{{found}}' is written with ß, which {{language}} does not use", certainty: 'hint', severity: 'minor' },
  },
  *check({ model, facts, looked, notChecked }) {
    const asked = askedVariant(model.targetLanguage);
    if (!asked) {
      notChecked('language', 'No variant of the language was asked for, or none that can be told: zh-Hans, sr-Latn, pt-BR, en-GB, de-CH.');
      return;
    }
    const scripts = facts(chineseScripts);
    const isSlip = asked.kind === 'chinese' && isMostlyIn(asked.script, [...scripts.values()]);
    for (const segment of translatedSegments(model)) {
      if (segment.language !== undefined || (asked.kind === 'english' && !isInterfaceText(segment))) continue;
      looked({ segments: 1 });
      for (const { offset = 0, ...wrong } of wrongTexts(
        asked,
        segment.targetProse,
        scripts.get(segment.id),
        isSlip && isInterfaceText(segment),
      )) {
        const found = wrong.data['found'] ?? '';
        yield {
          messageId: wrong.messageId,
          data: { ...wrong.data, language: model.targetLanguage ?? '' },
          at: { kind: 'segment', id: segment.id, offset, length: found.length },
          related: relatedSource(model, segment),
          group: `variant ${['word', 'english'].includes(wrong.messageId) ? found.toLowerCase() : ''}`,
        };
      }
    }
  },
});

interface WrongText {
  readonly messageId: Problem['messageId'];
  readonly data: Readonly<Record<string, string>>;
  readonly offset?: number;
}

function wrongTexts(asked: AskedVariant, text: string, scripts: ScriptCount | undefined, isSlip: boolean): WrongText[] {
  if (asked.kind === 'chinese') return inWrongCharacters(asked.script, text, scripts, isSlip);
  if (asked.kind === 'script') return inWrongLetters(asked.script, text);
  if (asked.kind === 'english')
    return otherEnglishWords(text, asked.region).map(({ found, offset, other }) => ({
      messageId: 'english',
      data: { found, expected: other, variant: asked.region === 'GB' ? 'American' : 'British' },
      offset,
    }));
  const words = [...text.matchAll(/\p{L}+/gu)];
  if (asked.kind === 'swiss')
    return words.flatMap(({ 0: found, index }) => (found.includes('ß') ? [{ messageId: 'swiss', data: { found }, offset: index }] : []));
  return words.flatMap(({ 0: found, index }) => {
    const word = PORTUGUESE_WORDS.get(found.toLowerCase());
    if (!word || word.region === asked.region) return [];
    return [{ messageId: 'word', data: { found, expected: word.other, variant: NAMES[word.region] }, offset: index }];
  });
}

/** True for a file in which characters of the other script are rare. */
function isMostlyIn(script: 'Hans' | 'Hant', counts: readonly ScriptCount[]): boolean {
  const [right, wrong] = [script, otherThan(script)].map((one) => counts.reduce((sum, count) => sum + count[one].length, 0));
  return (right ?? 0) >= SIGNS_TO_A_SLIP * (wrong ?? 0);
}

function otherThan(script: 'Hans' | 'Hant'): 'Hans' | 'Hant' {
  return script === 'Hans' ? 'Hant' : 'Hans';
}

function inWrongCharacters(script: 'Hans' | 'Hant', text: string, scripts: ScriptCount | undefined, isSlip: boolean): WrongText[] {
  const other = otherThan(script);
  const [right, wrong] = [scripts?.[script] ?? '', scripts?.[other] ?? ''];
  if (isSlip && wrong.length === 1 && right.length === 0)
    return [{ messageId: 'sign', data: { found: wrong, variant: NAMES[other], expected: NAMES[script] }, offset: text.indexOf(wrong) }];
  if (wrong.length < LEAST_SIGNS || wrong.length <= right.length) return [];
  return [{ messageId: 'script', data: { found: text, variant: NAMES[other], expected: NAMES[script] } }];
}

function inWrongLetters(script: 'Latn' | 'Cyrl', text: string): WrongText[] {
  const counts = { Latn: text.match(/\p{Script=Latin}/gu)?.length ?? 0, Cyrl: text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0 };
  const other = script === 'Latn' ? 'Cyrl' : 'Latn';
  // A Cyrillic text may consist of Latin names; the reverse is not usual.
  if (counts[other] < LEAST_LETTERS || counts[other] <= counts[script] || (other === 'Latn' && !/\p{Ll}{3,} \p{Ll}{2,}/u.test(text)))
    return [];
  return [{ messageId: 'script', data: { found: text, variant: NAMES[other], expected: NAMES[script] } }];
}
