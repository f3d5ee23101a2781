import { pptxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { duplicateSectionPlant } from './plant.ts';
import { duplicateSection } from './rule.ts';

testRule(duplicateSection, {
  plant: duplicateSectionPlant,
  valid: [
    {
      name: 'a document that starts again',
      example: { files: { 'a.md': '# Rents\n\n## Causes\n\nFew homes.\n\n# Rents\n\n## Causes\n\nFew homes.\n' } },
    },
    {
      name: 'slides that go on',
      example: { files: { 'a.pptx': pptxOf(['# Rents', '## Causes', 'Few homes.', '## Causes', 'High wages.']) } },
    },
    { name: 'under other headings', example: report('# R', '## A', '### Cost', 'Text.', '## B', '### Cost', 'Text.') },
    { name: 'a list of like things', example: report('# R', ...['1', '2', '3', '4'].flatMap((text) => ['## Example', text])) },
  ],
  invalid: [
    {
      name: 'in other case',
      example: report('# R', '## Key findings', 'A.', '## Key Findings:', 'B.'),
      findings: [{ messageId: 'twice', message: "The section 'Key Findings:' stands there twice" }],
    },
  ],
});
