import { definePlant, type Plant } from '@preflag/testing';
import { plantByExcelJs, unchangedParts } from '../../../part-plants.ts';

export const styleLostPlant: Plant = definePlant({
  rule: 'data-update/style-lost',
  clean: () =>
    unchangedParts((workbook) => {
      const sheet = workbook.getWorksheet('Orders')!;
      sheet.getColumn(6).width = 20;
      for (let column = 1; column <= 6; column += 1) {
        const cell = sheet.getCell(1, column);
        cell.style = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } } };
      }
    }),
  ways: {
    'the header lost its look': (clean) =>
      plantByExcelJs(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (!sheet?.getCell('A1').font?.bold) return undefined;
        for (let column = 1; column <= 6; column += 1) sheet.getCell(1, column).style = {};
        return [
          { messageId: 'trait', at: { kind: 'cell', sheet: 'Orders', range: 'A1' } },
          { messageId: 'trait', at: { kind: 'cell', sheet: 'Orders', range: 'A1' } },
        ];
      }),
    'the widths are gone': (clean) =>
      plantByExcelJs(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Orders');
        if (sheet?.getColumn(6).width !== 20) return undefined;
        for (const column of sheet.columns) Object.assign(column, { width: undefined });
        return [{ messageId: 'widths' }];
      }),
  },
});
