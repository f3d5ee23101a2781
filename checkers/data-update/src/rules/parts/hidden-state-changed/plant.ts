import { definePlant, type Plant } from '@preflag/testing';
import { plantByExcelJs, unchangedParts } from '../../../part-plants.ts';

export const hiddenStateChangedPlant: Plant = definePlant({
  rule: 'data-update/hidden-state-changed',
  clean: () =>
    unchangedParts((workbook) => {
      workbook.getWorksheet('Orders')!.getColumn(6).hidden = true;
      workbook.getWorksheet('Orders')!.getRow(5).hidden = true;
    }),
  ways: {
    'a sheet is hidden': (clean) =>
      plantByExcelJs(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Lists');
        if (sheet?.state !== 'visible') return undefined;
        sheet.state = 'hidden';
        return [{ messageId: 'sheetHidden' }];
      }),
    'a column and a row are shown': (clean) =>
      plantByExcelJs(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (!sheet?.getColumn(6).hidden || !sheet.getRow(5).hidden) return undefined;
        sheet.getColumn(6).hidden = false;
        sheet.getRow(5).hidden = false;
        return [{ messageId: 'columnShown' }, { messageId: 'rowsShown' }];
      }),
  },
});
