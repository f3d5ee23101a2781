import { definePlant, type Plant } from '@preflag/testing';
import { plantInTable, replaceInTable } from '../../../table-plants.ts';

const ROWS = ['01067,Dresden', '10115,Berlin', '04103,Leipzig', '20095,Hamburg', '53111,Bonn', '80331,Munich', '28195,Bremen'];

export const leadingZerosLostPlant: Plant = definePlant({
  rule: 'spreadsheet/leading-zeros-lost',
  clean: () => ({ files: { 'places.csv': `postcode,city\n${ROWS.join('\n')}\n` } }),
  ways: {
    'a code went through a number': (clean) =>
      plantInTable(clean, (text) =>
        replaceInTable(text, '04103,Leipzig', '4103,Leipzig', [{ messageId: 'shorter', at: { kind: 'cell', range: 'A4' } }]),
      ),
  },
});
