import { defineRule, type Rule } from '@preflag/core';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { documentLanguage, textLanguage } from '@preflag/readers/language';
import { hitsInBlock, type Hit } from '../../../text-hits.ts';

const TWICE = /(?<![\p{L}\p{M}\p{N}'’_./@-])(?<word>\p{L}{2,40}) {1,2}\k<word>(?![\p{L}\p{M}\p{N}'’_/-])/giu;

/** Languages in which a word is said twice to mean something else, or without spaces between words. */
const REDUPLICATING = new Set(['id', 'ms', 'tl', 'zh', 'ja', 'ko', 'vi', 'th', 'lo', 'km', 'hi', 'bn', 'sw', 'af', 'tr', 'haw', 'mi']);

/** Words that stand twice in good sentences, by language; `*` in any. */
const ALLOWED: Readonly<Record<string, ReadonlySet<string>>> = {
  '*': new Set(['bla', 'blah', 'ha', 'haha', 'tick', 'tock', 'yada', 'knock', 'ping', 'beep', 'long', 'int', 'bye', 'etc']),
  en: new Set([
    'that',
    'had',
    'is',
    'do',
    'so',
    'very',
    'really',
    'many',
    'much',
    'more',
    'far',
    'no',
    'now',
    'well',
    'there',
    'on',
    'in',
    'who',
    'her',
  ]),
  de: new Set(['die', 'der', 'das', 'sie', 'dass', 'den', 'dem', 'sehr', 'ja', 'nein', 'wer', 'was']),
  fr: new Set(['nous', 'vous', 'très', 'non', 'que', 'si']),
  nl: new Set(['die', 'dat', 'je', 'heel', 'is', 'zijn', 'haar']),
  it: new Set(['così', 'via', 'molto', 'piano', 'man', 'passo']),
  es: new Set(['muy', 'nos', 'poco', 'no']),
  pt: new Set(['muito', 'nos', 'aos', 'pouco', 'se']),
};

/**
 * Looks at two equal words side by side. Names (`Yang Yang`), values beside their word (`FILE file`), words that stand three times, and what good sentences say twice (`that that`) are left
 * alone, and so are languages that double words to form others.
 * Does not catch: the word again over a line of a table, or behind a mark. Known false alarms: emphasis, and words of games and songs.
 */
export const repeatedWord: Rule<'document'> = defineRule({
  id: 'formatting/repeated-word',
  title: 'A word stands twice',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [proseBlocks, textLanguage],
  why: 'A reader stumbles over it, and doubts the care that went into the rest.',
  advice: "Take one '{{word}}' out.",
  messages: { twice: "The word '{{word}}' stands twice" },
  *check(context) {
    const { model, facts, looked, notChecked } = context;
    const language = documentLanguage(context) ?? '*';
    if (REDUPLICATING.has(language)) {
      notChecked('language', `In the language '${language}' words are doubled on purpose.`);
      return;
    }
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      for (const hit of hitsInBlock(block, TWICE)) {
        const word = hit.found.split(' ')[0] ?? '';
        const isAllowed = ALLOWED['*']?.has(word.toLowerCase()) || ALLOWED[language]?.has(word.toLowerCase());
        if (!isAllowed && !isData(hit))
          yield { messageId: 'twice', data: { word }, found: hit.found, at: model.locate(block, hit.offset, hit.found.length) };
      }
    }
  },
});

/** Names, of which the second or both begin with a capital; a value beside its word (`FILE file`); a column of equal values. */
function isData({ found, block, offset }: Hit): boolean {
  const [first = '', second = ''] = found.split(/ +/);
  if (/^\p{Lu}/u.test(second)) return true;
  if (first.length > 1 && first === first.toUpperCase() && first !== first.toLowerCase() && first !== second) return true;
  const word = first.toLowerCase();
  const end = offset + found.length;
  const before = block.prose
    .slice(Math.max(0, offset - word.length - 2), offset)
    .trimEnd()
    .toLowerCase();
  const after = block.prose
    .slice(end, end + word.length + 2)
    .trimStart()
    .toLowerCase();
  return before.endsWith(` ${word}`) || before === word || new RegExp(`^${word}(?![\\p{L}\\p{M}\\p{N}])`, 'u').test(after);
}
