import { definePlant, type Plant } from '@preflag/testing';
import { plantByParts, unchangedParts } from '../../../part-plants.ts';

export const sheetOrderChangedPlant: Plant = definePlant({
  rule: 'data-update/sheet-order-changed',
  clean: () => unchangedParts(),
  ways: {
    'the last sheet first': (clean) =>
      plantByParts(clean, (parts) => {
        const book = parts['xl/workbook.xml'] ?? '';
        const changed = book.replace(/<sheets>(<sheet [^>]*\/>)(<sheet [^>]*\/>)<\/sheets>/, '<sheets>$2$1</sheets>');
        if (changed === book) return undefined;
        parts['xl/workbook.xml'] = changed;
        return [{ messageId: 'order' }];
      }),
    'a sheet called as programs call it': (clean) =>
      plantByParts(clean, (parts) => {
        const book = parts['xl/workbook.xml'] ?? '';
        const changed = book.replace('name="Orders"', 'name="Sheet1"').replaceAll('Orders!', 'Sheet1!');
        if (changed === book) return undefined;
        parts['xl/workbook.xml'] = changed;
        return [{ messageId: 'renamed' }];
      }),
  },
});
