import { definePlant, type Plant } from '@preflag/testing';
import { plantByExcelJs, unchangedParts } from '../../../part-plants.ts';

export const mergesChangedPlant: Plant = definePlant({
  rule: 'data-update/merges-changed',
  clean: () => unchangedParts((workbook) => workbook.getWorksheet('Orders')!.mergeCells('H1:I1')),
  ways: {
    'cells taken apart': (clean) =>
      plantByExcelJs(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (!sheet?.getCell('H1').isMerged) return undefined;
        sheet.unMergeCells('H1:I1');
        return [{ messageId: 'lost', at: { kind: 'cell', sheet: 'Orders', range: 'H1:I1' } }];
      }),
    'other cells merged': (clean) =>
      plantByExcelJs(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (!sheet || sheet.getCell('H3').isMerged) return undefined;
        sheet.mergeCells('H3:I3');
        return [{ messageId: 'added', at: { kind: 'cell', sheet: 'Orders', range: 'H3:I3' } }];
      }),
  },
});
