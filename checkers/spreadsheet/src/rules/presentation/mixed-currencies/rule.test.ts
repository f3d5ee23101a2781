import { workbookOf, type SheetSpec } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { mixedCurrenciesPlant } from './plant.ts';
import { mixedCurrencies } from './rule.ts';

/** Twelve amounts, each with the format of its number in turn. */
const amounts = async (formats: readonly string[], extra: readonly string[] = []): Promise<{ files: { 'a.xlsx': Uint8Array } }> => {
  const rows: SheetSpec = [
    ['Order', 'Amount', ...extra],
    ...Array.from({ length: 12 }, (_, index): SheetSpec[number] => [`Order ${index}`, index + 1, ...extra.map(() => 'x')]),
  ];
  return {
    files: {
      'a.xlsx': await workbookOf({ S: rows }, (workbook) => {
        for (let row = 2; row <= 13; row += 1)
          workbook.getWorksheet('S')!.getCell(row, 2).style = { numFmt: formats[row - 2] ?? formats[0] ?? '' };
      }),
    },
  };
};

testRule(mixedCurrencies, {
  plant: mixedCurrenciesPlant,
  valid: [
    {
      name: 'one currency in several ways',
      example: () => amounts(['#,##0.00 "€"', '[$€-407] #,##0', '"EUR" 0.00', '[$EUR] #,##0', '0.00\\ "€"']),
    },
    { name: 'amounts in many currencies', example: () => amounts(['$0', '"€" 0', '$0', '"€" 0', '$0', '"€" 0', '$0', '"€" 0']) },
    { name: 'a column that says which', example: () => amounts(['$0', '"€" 0'], ['Currency']) },
    { name: 'some without a currency', example: () => amounts(['$0', '0.00', '0']) },
  ],
  invalid: [
    {
      name: 'by locale',
      example: () => amounts(['[$$-409]#,##0.00', '[$£-809]#,##0.00']),
      findings: [
        {
          messageId: 'other',
          at: { kind: 'cell', range: 'B3' },
          message: "B3 in 'Amount' is shown in £, and 11 other cells of the column in $",
        },
      ],
    },
  ],
});
