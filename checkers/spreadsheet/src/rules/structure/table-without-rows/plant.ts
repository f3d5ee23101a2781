import { definePlant, type Plant } from '@preflag/testing';
import { plantInTable } from '../../../table-plants.ts';

export const tableWithoutRowsPlant: Plant = definePlant({
  rule: 'spreadsheet/table-without-rows',
  clean: () => ({ files: { 'cities.csv': 'city,people\nRome,2800000\nOslo,700000\n' } }),
  ways: {
    'only the header was written': (clean) =>
      plantInTable(clean, (text) => {
        const [header = ''] = text.split('\n');
        return /^[A-Za-z]/.test(header) ? { text: `${header}\n`, findings: [{ messageId: 'header' }] } : undefined;
      }),
  },
});
