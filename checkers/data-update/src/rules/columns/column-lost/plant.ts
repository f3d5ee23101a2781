import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';
import { plantInOrders, unchangedOrders } from '../../../order-plants.ts';

export const columnLostPlant: Plant = definePlant({
  rule: 'data-update/column-lost',
  clean: async () => {
    const { files, beside, job } = await unchangedOrders();
    const csv = 'id,name,city\n1,Ann,Rome\n2,Bob,Oslo\n3,Cem,Bonn\n';
    return {
      files: { ...files, 'list.csv': csv },
      beside: { ...beside, 'before/list.csv': csv },
      job: { deliverables: [...(job?.deliverables ?? []), { path: 'list.csv', update: { before: 'before/list.csv', key: 'id' } }] },
    };
  },
  ways: {
    'the last column of a workbook': (clean) =>
      plantInOrders(clean, (sheet) => {
        sheet.spliceColumns(6, 1);
        return [{ messageId: 'lost' }];
      }),
    'another header in a csv': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      if (path === undefined || !textOf(clean, path).startsWith('id,name,city\n')) return undefined;
      return {
        example: withFile(clean, path, textOf(clean, path).replace('city', 'town')),
        findings: [{ messageId: 'renamed', file: path, at: { kind: 'column', name: 'town' } }],
      };
    },
  },
});
