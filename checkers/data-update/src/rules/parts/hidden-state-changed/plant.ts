import { definePlant, type Plant } from '@preflag/testing';
import { plantByExcelJs, unchangedParts } from '../../../part-plants.ts';

export const hiddenStateChangedPlant: Plant = definePlant({
  rule: 'data-update/hidden-state-changed',
  clean: () =>
    unchangedParts((workbook) => {
      const lists = workbook.getWorksheet('Lists')!;
      lists.getCell('C1').value = 'Kinds of orders';
      lists.getCell('A6').value = 'End';
      // What is hidden holds nothing, which another rule would tell.
      lists.getColumn(2).hidden = true;
      // exceljs writes a row without cells only if it has a height.
      Object.assign(lists.getRow(4), { hidden: true, height: 12 });
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
        const sheet = workbook.getWorksheet('Lists');
        if (!sheet?.getColumn(2).hidden || !sheet.getRow(4).hidden) return undefined;
        sheet.getColumn(2).hidden = false;
        sheet.getRow(4).hidden = false;
        return [{ messageId: 'columnShown' }, { messageId: 'rowsShown' }];
      }),
  },
});
