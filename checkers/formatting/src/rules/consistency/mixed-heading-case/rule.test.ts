import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { headingCase } from './heading-case.ts';
import { mixedHeadingCasePlant } from './plant.ts';
import { mixedHeadingCase } from './rule.ts';

const asking = (headings: string): { deliverables: object[] } => ({ deliverables: [{ path: 'a.md', style: { headings } }] });
const prose = 'The office says that it is so, and that nothing else was seen.\n';

testRule(mixedHeadingCase, {
  plant: mixedHeadingCasePlant,
  valid: [
    {
      name: 'names',
      example: {
        files: {
          'a.md': `# The European Union\n\n${prose}\nIt asks the European Union, and John Smith, who is on its side.\n\n## Notes on John Smith\n`,
        },
        job: asking('sentence'),
      },
    },
    {
      name: 'too few for a habit',
      example: { files: { 'a.md': `# Rents\n\n${prose}\n## Where they rose\n\n## Prices Across Regions\n` } },
    },
    {
      name: 'another language',
      example: { files: { 'a.md': '# Mieten der Stadt\n\nDie Miete ist hoch und das ist nicht gut.\n' }, job: asking('title') },
    },
  ],
  invalid: [
    {
      name: 'not as asked',
      example: { files: { 'a.md': `# Rents and prices\n\n${prose}\n## 2.1 Prices Across Regions: Summary\n` }, job: asking('sentence') },
      findings: [
        {
          messageId: 'asked',
          excerpt: 'Prices Across',
          message: "The heading '2.1 Prices Across Regions: Summary' is in title case, and the job asks for sentence case",
        },
      ],
    },
  ],
});

it.each([
  ['Prices Across Regions', 'title'],
  ['Prices across regions', 'sentence'],
  ['2. What We Found', undefined],
  ['The European Union today', undefined],
  ['RENTS AND PRICES', undefined],
  ['Rents', undefined],
  ['Rents: a short overview', 'sentence'],
])('tells the case of %j', (text, expected) => {
  expect(headingCase(text)).toBe(expected);
});
