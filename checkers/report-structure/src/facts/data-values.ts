import { defineFact, type Fact } from '@preflag/core';
import { GridNames } from '../numbers/grid-names.ts';
import { ValueIndex } from '../numbers/value-index.ts';
import { dataGrids, type DataKind } from './data-grids.ts';

/** A data file as figures are looked up in it: by size, and by the names of row and column. */
export interface DataValues {
  readonly index: ValueIndex;
  readonly names: readonly GridNames[];
  readonly gap: string;
}

export const dataValues: Fact<DataKind, DataValues> = defineFact<DataKind, DataValues>({
  id: 'report-structure/data-values',
  reads: ['workbook', 'table', 'data'],
  uses: [dataGrids],
  compute: (_model, facts) => {
    const { grids, gap } = facts(dataGrids);
    return { index: new ValueIndex(grids), names: grids.map((grid) => new GridNames(grid)), gap };
  },
});
