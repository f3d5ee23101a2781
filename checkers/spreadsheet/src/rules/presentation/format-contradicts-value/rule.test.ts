import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { formatContradictsValuePlant } from './plant.ts';
import { formatContradictsValue } from './rule.ts';

const column = async (name: string, format: string, values: readonly number[]): Promise<{ files: { 'a.xlsx': Uint8Array } }> => ({
  files: {
    'a.xlsx': await workbookOf(
      { S: [['k', name], ...values.map((value) => ['x', value] as const)] },
      (workbook) => void (workbook.getWorksheet('S')!.getColumn(2).numFmt = format),
    ),
  },
});

testRule(formatContradictsValue, {
  plant: formatContradictsValuePlant,
  valid: [
    { name: 'percent without the format', example: () => column('Share %', '0', [12, 45, 43]) },
    { name: 'growth above and below', example: () => column('Growth rate', '0%', [1.2, 4, 0.3]) },
    { name: 'amounts of the size of days', example: () => column('Amount', '0', [46_000, 46_001, 46_002]) },
    { name: 'an update that is no date', example: () => column('Candidate', '0', [46_000, 46_001, 46_002]) },
  ],
  invalid: [
    {
      name: 'a margin',
      example: () => column('Margin', '0.0%', [0, 31, 28.5, 40]),
      findings: [{ messageId: 'percent', message: "'Margin' shows 31 as 3,100%, and so 4 cells: the values seem to be percent already" }],
    },
  ],
});
