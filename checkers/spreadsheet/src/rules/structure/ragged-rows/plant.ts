import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

export const raggedRowsPlant: Plant = definePlant({
  rule: 'spreadsheet/ragged-rows',
  clean: () => ({ files: { 'list.csv': 'id,name,city\n1,"Miller, Ann",Rome\n2,Bob,Oslo\n3,Cem,Bonn\n' } }),
  ways: {
    'a value with the delimiter and without quotes': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.csv'));
      const text = path === undefined ? '' : textOf(clean, path);
      const changed = text.replace('"Miller, Ann"', 'Miller, Ann');
      return path === undefined || changed === text
        ? undefined
        : { example: withFile(clean, path, changed), findings: [{ messageId: 'longer', file: path, at: { kind: 'cell', range: 'A2' } }] };
    },
  },
});
