import { definePlant, type Plant } from '@preflag/testing';
import { plantByExcelJs, plantByParts, unchangedParts } from '../../../part-plants.ts';

export const validationOrNameLostPlant: Plant = definePlant({
  rule: 'data-update/validation-or-name-lost',
  clean: () => unchangedParts(),
  ways: {
    'validations that were dropped': (clean) => plantInSheet(clean, /<dataValidations[\s\S]*<\/dataValidations>/, 'validation'),
    'conditional formats that were dropped': (clean) =>
      plantInSheet(clean, /<conditionalFormatting[\s\S]*<\/conditionalFormatting>/, 'conditional'),
    'a name that was dropped': (clean) =>
      plantByExcelJs(clean, (workbook) => {
        if (workbook.definedNames.getRanges('states').ranges.length === 0) return undefined;
        workbook.definedNames.model = [];
        return [{ messageId: 'name' }];
      }),
  },
});

function plantInSheet(clean: Parameters<Plant['ways'][string]>[0], element: RegExp, messageId: string): ReturnType<Plant['ways'][string]> {
  return plantByParts(clean, (parts) => {
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    if (!element.test(sheet)) return undefined;
    parts['xl/worksheets/sheet1.xml'] = sheet.replace(element, '');
    return [{ messageId }];
  });
}
