import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { mixedMarksPlant } from './plant.ts';
import { mixedMarks } from './rule.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];

function messages(...targets: readonly string[]): ReturnType<typeof messagePair> {
  const keyed = (texts: readonly string[]): Record<string, string> =>
    Object.fromEntries(texts.map((text, index) => [KEYS[index] ?? '', text]));
  return messagePair(keyed(targets.map((_, index) => `Text ${index}`)), keyed(targets), 'fr');
}

testRule(mixedMarks, {
  plant: mixedMarksPlant,
  valid: [
    { name: 'both in equal parts', example: messages('l’un…', 'l’autre…', 'a...', 'b...', 'c...', 'd…') },
    { name: 'few texts', example: messages('l’un', 'l’autre', "l'an") },
    { name: 'attributes of tags', example: messages('“a”', '“b”', '“c”', '“d”', '“e”', '<a href="x">f</a>') },
    { name: 'a document', example: documentPair('Wait…', "Attendez... l’un l'autre", 'fr') },
    {
      name: 'a document whose language has both',
      example: documentPair('“a b”\n\n“c d”\n\n“e f”\n\n“g h”', '«a b»\n\n«c d»\n\n«e f»\n\n“g h”', 'es'),
    },
    { name: 'inches', example: documentPair('A 5" screen\n\n“a”\n\n“b”\n\n“c”', 'Ein 5" Schirm\n\n„a“\n\n„b“\n\n„c“') },
  ],
  invalid: [
    {
      name: 'English ones in a German document',
      example: documentPair(
        '“One two”\n\n“Two three”\n\n“Three four”\n\n“Four five”',
        '„Eins zwei“\n\n„Zwei drei“\n\n„Drei vier“\n\n“Vier fünf”',
      ),
      findings: [{ messageId: 'foreign', certainty: 'hint', excerpt: '“Vier fünf”' }],
    },
    {
      name: 'one apostrophe',
      example: messages('l’un', 'l’an', 'l’or', 'l’art', 'l’eau', "l'air"),
      findings: [{ messageId: 'mixed', certainty: 'hint', message: "Apostrophes are written ''' here, and '’' in 5 other texts" }],
    },
  ],
});
