import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A workbook that is measured. */
export interface Shape {
  /** Of its sheet of 20 columns. */
  readonly rows: number;
  /** Of the cells, these are texts that occur once; the others as in `big`. */
  readonly strings?: 'unique';
  /** Its elements are written as `x:row`, which the Open XML SDK does and exceljs cannot read. */
  readonly prefixed?: boolean;
  readonly readers: readonly Reader[];
  /** What the ratios are to: a reader, and where it reads another workbook, the shape of that. */
  readonly base: { readonly reader: Reader; readonly shape?: ShapeName };
}

export type Reader = 'preflag' | 'preflag+facts' | 'preflag check' | 'exceljs';
export type ShapeName = 'big' | 'strings' | 'prefixed' | 'small';

const ALL: readonly Reader[] = ['preflag', 'preflag+facts', 'preflag check', 'exceljs'];

/** Big: 600,000 formulas, 200,000 dates, 300,000 texts. Strings: 900,000 texts that differ. Small: what one file costs, imports included. */
export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  big: { rows: 100_000, readers: ALL, base: { reader: 'exceljs' } },
  strings: { rows: 100_000, strings: 'unique', readers: ALL, base: { reader: 'exceljs' } },
  prefixed: {
    rows: 100_000,
    prefixed: true,
    readers: ['preflag', 'preflag+facts', 'preflag check'],
    base: { reader: 'preflag', shape: 'big' },
  },
  small: { rows: 10, readers: ['preflag', 'preflag+facts', 'exceljs'], base: { reader: 'exceljs' } },
};

/** Where the workbook of a shape is put. */
export function pathOf(name: ShapeName): string {
  return join(tmpdir(), `preflag-bench-${name}.xlsx`);
}

export function isShapeName(name: string): name is ShapeName {
  return Object.hasOwn(SHAPES, name);
}
