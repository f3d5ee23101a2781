import { testRule } from '@preflag/testing/rule-tester';
import { mixedDateFormatsPlant } from './plant.ts';
import { mixedDateFormats } from './rule.ts';

const csv = (dates: readonly string[]): { files: { 'a.csv': string } } => ({
  files: { 'a.csv': `day;n\n${dates.map((date, index) => `${date};${index}`).join('\n')}\n` },
});

testRule(mixedDateFormats, {
  plant: mixedDateFormatsPlant,
  valid: [
    { name: 'dates with and without a time', example: csv(['2024-01-05', '2024-01-06 10:00', '2024-01-07', '2024-01-08', '2024-01-09']) },
    { name: 'marks for missing dates', example: csv(['01.02.2024', '-', '13.02.2024', 'n/a', '14.02.2024', '15.02.2024', '16.02.2024']) },
    { name: 'few dates among other things', example: csv(['2024-01-05', 'soon', 'never', '05.01.2024', 'x', 'y', '2024-01-09']) },
    { name: 'the day always first', example: csv(['13/02/2024', '01/02/2024', '02/02/2024', '28/02/2024', '03/03/2024']) },
  ],
  invalid: [
    {
      name: 'the month first among days first',
      example: csv(['13/02/2024', '14/02/2024', '02/15/2024', '28/02/2024', '03/03/2024']),
      findings: [
        {
          messageId: 'order',
          message: "02/15/2024 in 'day' can only have the month first, and 13/02/2024 only the day",
          at: { kind: 'cell', range: 'A4' },
        },
      ],
    },
    {
      name: 'two ways, half and half',
      example: csv(['2024-01-05', '05.01.2024', '2024-01-06', '06.01.2024', '2024-01-09']),
      findings: [{ messageId: 'mixed', certainty: 'hint' }],
    },
  ],
});
