import { definePlant, type Plant } from '@preflag/testing';
import { plantInTable, replaceInTable } from '../../../table-plants.ts';

export const mixedMissingValuesPlant: Plant = definePlant({
  rule: 'spreadsheet/mixed-missing-values',
  clean: () => ({ files: { 'answers.csv': 'person,answer\nAnn,yes\nBob,n/a\nCem,no\nDea,n/a\nEva,\n' } }),
  ways: {
    'another word': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, 'Dea,n/a', 'Dea,NULL', [{ messageId: 'mixed', at: { kind: 'cell', range: 'B5' } }]),
      ),
  },
});
