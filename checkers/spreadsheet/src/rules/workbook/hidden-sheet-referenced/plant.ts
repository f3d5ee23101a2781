import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const hiddenSheetReferencedPlant: Plant = definePlant({
  rule: 'spreadsheet/hidden-sheet-referenced',
  clean: async () => ({
    files: {
      'report.xlsx': await workbookOf({
        Report: [['Revenue', { formula: "SUM('Raw data'!B1:B2)", result: 3 }]],
        'Raw data': [
          ['a', 1],
          ['b', 2],
        ],
      }),
    },
  }),
  ways: {
    'the sheet with the figures is hidden': (clean) =>
      plantInWorkbook(clean, (workbook) => {
        const sheet = workbook.getWorksheet('Raw data');
        if (sheet?.state !== 'visible') return undefined;
        sheet.state = 'hidden';
        return [{ messageId: 'hidden', at: { kind: 'cell', sheet: 'Report', range: 'B1' } }];
      }),
  },
});
