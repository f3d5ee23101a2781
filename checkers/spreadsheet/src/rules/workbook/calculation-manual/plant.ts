import { definePlant, workbookOf, type Plant } from '@preflag/testing';
import { plantInParts } from '../../../workbook-plants.ts';

export const calculationManualPlant: Plant = definePlant({
  rule: 'spreadsheet/calculation-manual',
  clean: async () => ({ files: { 'sum.xlsx': await workbookOf({ S: [['x', 1, { formula: 'B1*2', result: 2 }]] }) } }),
  ways: {
    'calculation set to manual': (clean) =>
      plantInParts(clean, (parts) => {
        const part = parts['xl/workbook.xml'] ?? '';
        if (!part.includes('<calcPr ') || part.includes('calcMode')) return undefined;
        parts['xl/workbook.xml'] = part.replace('<calcPr ', '<calcPr calcMode="manual" ');
        return [{ messageId: 'manual' }];
      }),
  },
});
