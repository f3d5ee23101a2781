import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { emptySectionPlant } from './plant.ts';
import { emptySection } from './rule.ts';

testRule(emptySection, {
  plant: emptySectionPlant,
  valid: [
    { name: 'only subsections', example: report('# R', '## A', '### B', 'Text.', '## C', 'Text.') },
    {
      name: 'only a table',
      example: report(
        '# R',
        '## A',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        '## C',
        'Text.',
        '## D',
        'Text.',
      ),
    },
    { name: 'only a picture', example: report('# R', '## A', '![map](map.png)', '## C', 'Text.') },
  ],
  invalid: [
    {
      name: 'an agenda',
      example: report('# R', '## A', '## B', '## C', '## D', '## E', 'Text.'),
      findings: ['A', 'B', 'C', 'D'].map((excerpt) => ({ messageId: 'many', excerpt, certainty: 'hint' as const })),
    },
  ],
});
