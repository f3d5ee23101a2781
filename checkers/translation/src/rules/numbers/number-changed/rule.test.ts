import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { numberChangedPlant } from './plant.ts';
import { numberChanged } from './rule.ts';

const pair = (source: string, target: string, language = 'de'): object => ({
  files: { 'b.md': `${target}\n` },
  beside: { 'a.md': `${source}\n` },
  job: { deliverables: [{ path: 'b.md', type: 'translation', source: 'a.md', language }] },
});
const valid = (name: string, source: string, target: string, language?: string): { name: string; example: never } => ({
  name,
  example: pair(source, target, language) as never,
});

testRule(numberChanged, {
  plant: numberChangedPlant,
  valid: [
    valid('separators and scale words', 'It cost $1,500.50, or 2.5 million in 2016.', 'Es kostete 1.500,50 $, oder 2,5 Mio. im Jahr 2016.'),
    valid('dates and hours', 'On July 4, 2016 at 3 pm, 62% came.', 'Am 4.7.2016 um 15 Uhr kamen 62 Prozent.'),
    valid('numbers in words', 'The 3 brothers won twice.', 'Die drei Brüder gewannen 2 Mal.'),
    valid('numbers in code', 'Run `a 17` for 3 days.', 'Starte `a 18` für 3 Tage.'),
    valid('a code, which is for url-changed', 'The order AB-10442 of 3 chairs.', 'Die Bestellung AB-10424 über 3 Stühle.'),
    valid('an amount that looks like a code', 'It costs 1500 EUR.', 'Es kostet EUR1500.'),
    valid('a zero that is not said', 'At 6:00 and 10 o’clock', 'Um 6 Uhr und um 10 Uhr'),
    valid('centuries in French', 'From the 17th century to the 19th.', 'Du XVIIe siècle au XIXe.', 'fr'),
  ],
  invalid: [
    {
      name: 'another number in place of a zero',
      example: pair('The value lies between 0 and 40 degrees.', 'Der Wert liegt zwischen 30 und 40 Grad.') as never,
      findings: [{ messageId: 'changed', message: 'The translation says 30 where the source says 0', certainty: 'likely', excerpt: '30' }],
    },
    {
      name: 'another year and a number that is gone',
      example: pair(
        'It was founded in 1946.\n\nAll 168 seats were taken.',
        'Es wurde 1964 gegründet.\n\nAlle Plätze waren besetzt.',
      ) as never,
      findings: [
        { messageId: 'changed', message: 'The translation says 1964 where the source says 1946', certainty: 'likely', excerpt: '1964' },
        { messageId: 'missing', message: 'The number 168 of the source is not in the translation', certainty: 'hint' },
      ],
    },
    {
      name: 'a thousand times less',
      example: pair('They paid 4.5 billion euros.', 'Ils ont payé 5,4 millions d’euros.', 'fr') as never,
      findings: [{ messageId: 'changed', excerpt: '5,4' }],
    },
    {
      name: 'a table of a Word document',
      example: async () => ({
        files: {
          'b.docx': await docxOf([
            [
              ['Stadt', 'Miete'],
              ['Bonn', '1.520'],
            ],
          ]),
        },
        beside: {
          'a.docx': await docxOf([
            [
              ['City', 'Rent'],
              ['Bonn', '1,250'],
            ],
          ]),
        },
        job: { deliverables: [{ path: 'b.docx', type: 'translation', source: 'a.docx', language: 'de' }] },
      }),
      findings: [{ messageId: 'changed', excerpt: '1.520', message: 'The translation says 1.520 where the source says 1,250' }],
    },
  ],
});
