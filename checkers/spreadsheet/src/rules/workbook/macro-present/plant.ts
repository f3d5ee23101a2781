import { addRelationship, definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInParts } from '../../../workbook-plants.ts';

export const macroPresentPlant: Plant = definePlant({
  rule: 'spreadsheet/macro-present',
  clean: async () => ({ files: { 'list.xlsx': await workbookOf({ S: [['x', 1]] }) } }),
  ways: {
    'a program in the package': (clean) =>
      plantInParts(clean, (parts) => {
        addRelationship(parts, 'xl/workbook.xml', 'vbaProject', 'vbaProject.bin');
        return [{ messageId: 'macro' }];
      }),
  },
});
