import { definePlant, textOf, withFile, workbookOf, type Plant } from '@preflag/testing';
import { plantInWorkbook } from '../../../workbook-plants.ts';
import { ORDERS } from '../../formulas/inconsistent-formula/plant.ts';

export const duplicateOrBlankHeaderPlant: Plant = definePlant({
  rule: 'spreadsheet/duplicate-or-blank-header',
  clean: async () => ({
    files: { 'orders.xlsx': await workbookOf({ Orders: ORDERS }), 'list.csv': 'id,name,count\n1,a,3\n2,b,4\n' },
  }),
  ways: {
    'a header twice in a workbook': (clean) => plantInHeader(clean, 'Price', 'duplicateOnSheet'),
    'a header left out in a workbook': (clean) => plantInHeader(clean, null, 'blankOnSheet'),
    'a header twice in a csv': (clean) => plantInCsv(clean, 'id,name,name', 'duplicate'),
    'a header left out in a csv': (clean) => plantInCsv(clean, 'id,,count', 'blank'),
  },
});

function plantInHeader(
  clean: Parameters<Plant['ways'][string]>[0],
  value: string | null,
  messageId: string,
): ReturnType<Plant['ways'][string]> {
  return plantInWorkbook(clean, (workbook) => {
    const cell = workbook.getWorksheet('Orders')?.getCell('C1');
    if (cell?.value !== 'Count') return undefined;
    cell.value = value;
    return [{ messageId, at: { kind: 'cell', sheet: 'Orders', range: 'C1' } }];
  });
}

function plantInCsv(clean: Parameters<Plant['ways'][string]>[0], header: string, messageId: string): ReturnType<Plant['ways'][string]> {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
  if (path === undefined || !textOf(clean, path).startsWith('id,name,count\n')) return undefined;
  return {
    example: withFile(clean, path, textOf(clean, path).replace('id,name,count', header)),
    findings: [{ messageId, file: path }],
  };
}
