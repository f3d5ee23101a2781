import { testRule } from '@preflag/testing/rule-tester';
import { markdownReport as report } from '../../../report-plants.ts';
import { tableUnitMissingPlant } from './plant.ts';
import { tableUnitMissing } from './rule.ts';

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]): ReturnType<typeof report> =>
  report('# R', [header, ...rows]);

testRule(tableUnitMissing, {
  plant: tableUnitMissingPlant,
  valid: [
    {
      name: 'counts and years',
      example: table(
        ['Town', 'Rent (EUR)', 'Area (ha)', 'Homes', 'Year'],
        ['A', '1.5', '2.5', '12', '2024'],
        ['B', '1.5', '2.5', '14', '2025'],
      ),
    },
    {
      name: 'units in the cells',
      example: table(['Town', 'Rent (EUR)', 'Area (ha)', 'Way'], ['A', '1.5', '2.5', '1.2 km'], ['B', '1.5', '2.5', '1.4 km']),
    },
    {
      name: 'a ratio',
      example: table(['Town', 'Rent (EUR)', 'Area (ha)', 'Ratio'], ['A', '1.5', '2.5', '1.2'], ['B', '1.5', '2.5', '1.4']),
    },
    { name: 'no column has one', example: table(['Town', 'Rent', 'Area'], ['A', '1.5', '2.5'], ['B', '1.5', '2.5']) },
    {
      name: 'as many without as with',
      example: table(['Rent (EUR)', 'Area (ha)', 'X', 'Y'], ['1.5', '2.5', '1.5', '2.5'], ['1.5', '2.5', '1.5', '2.5']),
    },
  ],
  invalid: [
    {
      name: 'units in words and signs',
      example: table(['Town', 'Rent in EUR', 'Share, %', 'Depth'], ['A', '1.5', '2.5', '3.5'], ['B', '1.5', '2.5', '4.5']),
      findings: [{ messageId: 'none', message: "The column 'Depth' has numbers and no unit, and 2 others have one", certainty: 'hint' }],
    },
  ],
});
