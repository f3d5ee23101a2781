import { testRule } from '@preflag/testing/rule-tester';
import { mixedDashesPlant } from './plant.ts';
import { mixedDashes } from './rule.ts';

testRule(mixedDashes, {
  plant: mixedDashesPlant,
  valid: [
    {
      name: 'titles of sources under the last heading of the text',
      example: {
        files: {
          'a.md':
            'It rose — at last — and fell — again — it did.\n\nSources:\n[1] https://a.org/x - Rents - A\n[2] https://b.org/y - Wages - B\n[3] https://c.org/z - Homes - C\n',
        },
      },
    },
    {
      name: 'compounds, ranges and lists',
      example: {
        files: {
          'a.md':
            'The well-known north-south line – the old one – is 3–4 km – or 5 – 6 – long.\n\n- north - cold\n- south - warm\n- east - dry\n',
        },
      },
    },
  ],
  invalid: [
    {
      name: 'double hyphens',
      example: { files: { 'a.md': 'It rose -- at last -- and fell -- again.\n\nIt stood — for now — as it was — or not — so.\n' } },
      findings: [{ messageId: 'mixed', message: '3 dashes are double hyphens between spaces, and 4 are em dashes between spaces' }],
    },
  ],
});
