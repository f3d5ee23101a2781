import { definePlant, type Plant } from '@preflag/testing';
import { contractExample } from '../../../contract-plants.ts';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const formatNotAsAskedPlant: Plant = definePlant({
  rule: 'spreadsheet/format-not-as-asked',
  clean: contractExample,
  ways: {
    'a cell without decimals': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const cell = workbook.getWorksheet('Orders')?.getCell('E4');
        if (!cell?.numFmt?.includes('€')) return undefined;
        cell.style = { ...cell.style, numFmt: '#,##0\\ "€"' };
        return [{ messageId: 'other', at: { kind: 'cell', sheet: 'Orders', range: 'E4' } }];
      }),
  },
});
