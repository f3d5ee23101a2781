import { runExample, textOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { wrongLanguagePlant } from './plant.ts';
import { wrongLanguage } from './rule.ts';

const MENU = ['Save the file', 'Close the window', 'Open the settings', 'Print this page', 'Search in all folders', 'Send it to a friend'];
const FRENCH = [
  'Enregistrer le fichier sous un autre nom',
  'Fermer la fenêtre et tous les onglets',
  'Ouvrir les paramètres de cette page',
  'Imprimer cette page en couleur',
  'Rechercher dans tous les dossiers',
  'Envoyer le message à un ami',
];
const keyed = (texts: readonly string[]): Record<string, string> => Object.fromEntries(texts.map((text, index) => [`key${index}`, text]));

testRule(wrongLanguage, {
  plant: wrongLanguagePlant,
  valid: [
    { name: 'short segments in the right language', example: messagePair(keyed(MENU), keyed(FRENCH), 'fr-CA') },
    {
      name: 'names that the source has, in Korean',
      example: messagePair(
        keyed([
          'Set the Compaq Internet Keyboard',
          'Set the Logitech Cordless Desktop',
          'Set the Cherry Blue Line',
          'Set the Microsoft Natural Elite',
        ]),
        keyed(['Compaq Internet Keyboard 설정', 'Logitech Cordless Desktop 설정', 'Cherry Blue Line 설정', 'Microsoft Natural Elite 설정']),
        'ko',
      ),
    },
    {
      name: 'a neighbour that is not told apart',
      example: messagePair(
        'x',
        'Statens kontor opgør alle nye lejekontrakter i byen, og huslejerne er steget mere end i årene før krisen, siger kontoret i dag til avisen, som har spurgt alle kommuner i landet.',
        'nb',
      ),
    },
  ],
  invalid: [
    {
      name: 'one segment among others',
      example: messagePair(
        keyed(['Print all pages of the report that were changed since', 'The report was sent to all', ...MENU.slice(0, 2)]),
        keyed([
          'Imprimer toutes les pages du rapport qui ont été modifiées depuis hier',
          'Der Bericht wurde heute an alle verschickt',
          ...FRENCH.slice(0, 2),
        ]),
        'fr',
      ),
      findings: [{ messageId: 'foreign', certainty: 'likely', message: 'The text from here on seems to be in German, not in French' }],
    },
    {
      name: 'short segments, pooled',
      example: messagePair(keyed(MENU), keyed(FRENCH), 'es'),
      findings: [
        {
          messageId: 'foreign',
          certainty: 'likely',
          message: 'The text of 6 segments from here on seems to be in French, not in Spanish',
        },
      ],
    },
  ],
});

it.each([
  ['language', 'tlh'],
  ['nothing-to-check', 'fr'],
])('says that it did not look: %s', async (code, language) => {
  const example = messagePair('Save', 'Enregistrer', language);
  expect(textOf(example, 'app.json')).toContain('Enregistrer');
  const { checks } = await runExample([wrongLanguage], example);
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', code]]);
});

it('says so of a locale whose script no identifier knows', async () => {
  const po = 'msgid ""\nmsgstr "Language: be@latin\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "File"\nmsgstr "Fajl"\n';
  const { checks } = await runExample([wrongLanguage], {
    files: { 'a.po': po },
    job: { deliverables: [{ path: 'a.po', type: 'translation' }] },
  });
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.text.split('.')[0]])).toEqual([
    ['not-checked', 'No identifier here knows Belarusian as it is written here'],
  ]);
});

it('asks about a megabyte of doubtful texts, and says so', async () => {
  const [german, french] = [
    'Die Stadt zählt alle neuen Verträge, und die Mieten stiegen in diesem Jahr mehr als zuvor, sagt das Amt.',
    'La ville compte tous les nouveaux contrats, et les loyers ont augmenté cette année plus que jamais avant.',
  ];
  const texts = (text: string): string[] => Array.from({ length: 12_100 }, (_, index) => `${text} ${index}`);
  for (const [text, codes] of [
    [german, ['limit']],
    [french, []],
  ] as const) {
    const { checks, findings } = await runExample([wrongLanguage], messagePair(keyed(texts('The rents rose.')), keyed(texts(text)), 'fr'));
    expect(checks.flatMap(({ reason }) => reason?.code ?? [])).toEqual(codes);
    expect(findings).toHaveLength(codes.length);
  }
});
