import { definePlant, type Plant } from '@preflag/testing';
import { contractExample, plantInCsv } from '../../../contract-plants.ts';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const unitNotAsAskedPlant: Plant = definePlant({
  rule: 'spreadsheet/unit-not-as-asked',
  clean: contractExample,
  ways: {
    'an amount in another currency in a workbook': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Orders')?.getCell('E3');
        if (!cell?.numFmt?.includes('€')) return undefined;
        cell.style = { ...cell.style, numFmt: '#,##0.00\\ "$"' };
        return [{ messageId: 'format', at: { kind: 'cell', sheet: 'Orders', range: 'E3' } }];
      }),
    'another currency in the header of a csv': (clean) => plantInCsv(clean, 0, 4, 'amount (USD)', 'header'),
    'no unit in the header of a csv': (clean) => plantInCsv(clean, 0, 4, 'amount', 'unsaid'),
  },
});
