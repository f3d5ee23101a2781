import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { dateShiftedPlant } from './plant.ts';
import { dateShifted } from './rule.ts';

const csv = (dates: readonly string[]): string => `id,day\n${dates.map((date, index) => `${index},${date}`).join('\n')}\n`;
const pair = (before: readonly string[], after: readonly string[]): Example => ({
  files: { 'a.csv': csv(after) },
  beside: { 'b.csv': csv(before) },
  job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id' } }] },
});

testRule(dateShifted, {
  plant: dateShiftedPlant,
  valid: [
    { name: 'a week later', example: pair(['2026-03-01'], ['2026-03-08']) },
    { name: 'a time left out', example: pair(['2026-02-02T17:11:43Z'], ['2026-02-02']) },
    { name: 'an interval', example: pair(['1-2'], ['1-3']) },
  ],
  invalid: [
    { name: 'one date by a day', example: pair(['2026-03-01'], ['2026-03-02']), findings: [{ messageId: 'single', certainty: 'hint' }] },
    {
      name: 'day and month',
      example: pair(['2026-03-01', '2026-05-02', '2026-12-11'], ['2026-01-03', '2026-02-05', '2026-11-12']),
      findings: [
        {
          messageId: 'swapped',
          message: "'day' of '0' was 2026-03-01 and is now 2026-01-03, as are 3 dates of the column: day and month were exchanged",
        },
        { messageId: 'swapped' },
        { messageId: 'swapped' },
      ],
    },
  ],
});
