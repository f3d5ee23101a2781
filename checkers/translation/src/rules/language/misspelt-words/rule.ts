import { defineRule, type Rule } from '@preflag/core';
import { unknownWords, type MisspeltWord } from '../../../facts/unknown-words.ts';

/** So many words are named, and so many places. */
const MOST_SHOWN = 10;

/**
 * Looks words up in the dictionary of hunspell that the user has installed beside preflag, and tells once a file which of them are one letter
 * away from a word of it. Neither hunspell nor a dictionary comes with preflag: many dictionaries have licences that bind who ships them.
 * Does not catch: words with a capital; wrong words that are words too; words further away from any other.
 * Known false alarms: new words, terms of a trade, dialect, and forms that the dictionary does not have.
 */
export const misspeltWords: Rule<'bitext'> = defineRule({
  id: 'translation/misspelt-words',
  title: 'Words of the translation are not in the dictionary',
  severity: 'minor',
  certainty: 'hint',
  reads: 'bitext',
  needs: ['source'],
  facts: [unknownWords],
  why: 'A reader who meets misspelt words does not trust the rest.',
  advice: 'See whether they are meant, and correct those that are not.',
  messages: { misspelt: '{{count}} of {{total}} words may be misspelt: {{words}}' },
  *check({ model, facts, looked, notChecked }) {
    const found = facts(unknownWords);
    if ('missing' in found) {
      notChecked('language', found.missing);
      return;
    }
    looked({ words: found.words });
    // What comes often first.
    const misspelt = found.misspelt.toSorted((a, b) => b.places.length - a.places.length);
    const [first] = misspelt;
    const at = first?.places[0];
    if (!first || !at) return;
    yield {
      messageId: 'misspelt',
      data: { count: misspelt.reduce((sum, { places }) => sum + places.length, 0), total: found.words, words: shownOf(misspelt) },
      at: { kind: 'segment', id: at.id, offset: at.offset, length: first.word.length },
      related: misspelt.slice(1, MOST_SHOWN).flatMap(({ word, near, places: [place] }) =>
        place
          ? [
              {
                file: model.file,
                at: { kind: 'segment', id: place.id, offset: place.offset, length: word.length } as const,
                label: `'${word}', near '${near}'`,
              },
            ]
          : [],
      ),
      key: 'spelling',
    };
  },
});

function shownOf(misspelt: readonly MisspeltWord[]): string {
  const shown = misspelt
    .slice(0, MOST_SHOWN)
    .map(({ word, near, places }) => `'${word}'${places.length > 1 ? ` ${places.length} times` : ''} (${near}?)`);
  return shown.join(', ') + (misspelt.length > MOST_SHOWN ? ' …' : '');
}
