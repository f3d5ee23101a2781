import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { repeatedParagraphPlant } from './plant.ts';
import { repeatedParagraph } from './rule.ts';

const TEXT =
  'Rents rose in every region of the country, since fewer homes were built than in any of the ten years before, and wages rose faster than prices.';

testRule(repeatedParagraph, {
  plant: repeatedParagraphPlant,
  valid: [
    {
      name: 'a document that starts again',
      example: {
        files: {
          'a.md': `# Rents\n\n## Causes\n\n${'Few homes were built in these years. '.repeat(5)}\n\n# Rents\n\n## Causes\n\n${'Few homes were built in these years. '.repeat(5)}\n`,
        },
      },
    },
    { name: 'short notes', example: report('# R', 'See the notes at the end of this report.', 'See the notes at the end of this report.') },
    { name: 'a quotation', example: report('# R', TEXT, `> ${TEXT}`) },
  ],
  invalid: [
    {
      name: 'three times',
      example: report(
        '# R',
        ...['A', 'B', 'C'].flatMap((title) => [
          `## ${title}`,
          'No figures were available for this region when we asked the office for them in the spring.',
        ]),
      ),
      findings: [{ messageId: 'often', certainty: 'hint' }, { messageId: 'often' }],
    },
  ],
});
