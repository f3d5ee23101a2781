import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';

export const hiddenDataPlant: Plant = definePlant({
  rule: 'spreadsheet/hidden-data',
  clean: async () => ({ files: { 'two.xlsx': await workbookOf({ Report: [['x', 1]], Draft: [['y', 2]] }) } }),
  ways: {
    'a sheet is hidden': (clean) => plant(clean, 'hidden'),
    'a sheet is hidden from the menu': (clean) => plant(clean, 'veryHidden'),
  },
});

function plant(clean: Parameters<Plant['ways'][string]>[0], state: 'hidden' | 'veryHidden'): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const sheet = workbook.worksheets.at(-1);
    if (!sheet || workbook.worksheets.length < 2 || sheet.state !== 'visible') return undefined;
    sheet.state = state;
    return [{ messageId: state }];
  });
}
