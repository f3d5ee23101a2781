import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { mixedCasingPlant } from './plant.ts';
import { mixedCasing } from './rule.ts';

const numbered = (texts: readonly string[]): Record<string, string> => Object.fromEntries(texts.map((text, index) => [`k${index}`, text]));
const pair = (sources: readonly string[], targets: readonly string[], language = 'en'): ReturnType<typeof messagePair> =>
  messagePair(numbered(sources), numbered(targets), language);

testRule(mixedCasing, {
  plant: mixedCasingPlant,
  valid: [
    {
      name: 'as the source does',
      example: pair(
        ['he met the president', 'said the President', 'when the president left', 'and the president is'],
        ['il a vu le président', 'dit le Président', 'quand le président est parti', 'et le président est'],
        'fr',
      ),
    },
    {
      name: 'at the start and in names',
      example: pair(
        ['The bank is here', 'near the bank', 'in the bank', 'the bank'],
        ['Banque ici', 'près de la banque', 'dans la Banque Postale', 'de la banque'],
        'fr',
      ),
    },
    {
      name: 'in a name with a short word',
      example: pair(
        ['of the century', 'in the century', 'a century ago', 'Car of the Century'],
        ['coche del siglo', 'coche en el siglo', 'hace un siglo', 'el Automóvil del Siglo'],
        'es',
      ),
    },
    { name: 'once in each form', example: pair(['the earth', 'the earth'], ['de la terre', 'de la Terre'], 'fr') },
    {
      name: 'adjectives before other nouns in German',
      example: pair(
        ['the black hole', 'the black cat', 'a black hole', 'in the black hole'],
        ['nahe das Schwarze Loch', 'sieh die schwarze Katze', 'oder das Schwarze Loch', 'in das Schwarze Loch'],
        'de',
      ),
    },
  ],
  invalid: [
    {
      name: 'the earth in French',
      example: pair(
        ['around the earth', 'on the earth', 'of the earth', 'from the earth'],
        ['puis autour de la Terre', 'voyez sur la Terre', 'parlez de la terre', 'voyez depuis la Terre'],
        'fr',
      ),
      findings: [
        {
          messageId: 'mixed',
          certainty: 'hint',
          message: "'terre' stands as 'Terre' in 3 other places; the source has 'earth' in all of them",
        },
      ],
    },
  ],
});
