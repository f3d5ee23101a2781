import { workbookOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { formatLostPlant } from './plant.ts';
import { formatLost } from './rule.ts';

const pair = async (before: string, after: string): Promise<Example> => {
  const written = (format: string): Promise<Uint8Array> =>
    workbookOf(
      {
        S: [
          ['id', 'n'],
          ['x', 0.5],
          ['y', 0.7],
        ],
      },
      (workbook) => {
        for (const cell of ['B2', 'B3']) workbook.getWorksheet('S')!.getCell(cell).numFmt = format;
      },
    );
  return {
    files: { 'a.xlsx': await written(after) },
    beside: { 'b.xlsx': await written(before) },
    job: { deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', key: 'id' } }] },
  };
};

testRule(formatLost, {
  plant: formatLostPlant,
  valid: [
    { name: 'other digits', example: () => pair('0.00%', '0.0%') },
    { name: 'fewer digits of a plain number', example: () => pair('0.00', 'General') },
  ],
  invalid: [
    {
      name: 'money',
      example: () => pair('#,##0.00 [$€-407]', 'General'),
      findings: [{ messageId: 'money', message: "2 amounts in 'n' lost their currency; their format was #,##0.00 [$€-407]" }],
    },
  ],
});
