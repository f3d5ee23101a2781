import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { unresolvedReferencePlant } from './plant.ts';
import { unresolvedReference } from './rule.ts';

testRule(unresolvedReference, {
  plant: unresolvedReferencePlant,
  valid: [
    { name: 'of another document', example: report('# R', 'See Table 4 of [12], Figure 3 in Miller (2020) and Section 508 of the Act.') },
    { name: 'pictures without numbers', example: report('# R', 'See Figure 2.', '![a](a.png)', '![b](b.png)') },
    {
      name: 'numbered sections',
      example: report('# R', '## 1 A', 'See Section 2.1.', '## 2 B', '### 2.1 C', 'Text.', '### 2.2 D', 'Text.'),
    },
    { name: 'sections without numbers', example: report('# R', '## A', 'See Section 4.') },
    { name: 'an appendix', example: report('# R', 'See Appendix A.', '## Appendix A: Data', 'Text.') },
    {
      name: 'a table below',
      example: report('# R', 'See the table below.', [
        ['a', 'b'],
        ['1', '2'],
      ]),
    },
  ],
  invalid: [
    {
      name: 'a section',
      example: report('# R', '## 1 A', 'See Section 4.1.', '## 2 B', 'Text.', '## 3 C', 'Text.'),
      findings: [{ messageId: 'missing', message: 'Section 4.1 is not in the document', certainty: 'likely' }],
    },
    {
      name: 'more than there are',
      example: report('# R', 'See Abbildung 3.', '![a](a.png)'),
      findings: [{ messageId: 'few', message: 'Abbildung 3 is not in the document, which has only 1 of the kind' }],
    },
    { name: 'no picture at all', example: report('# R', 'See Figure 1.'), findings: [{ messageId: 'none' }] },
  ],
});
