export type * from './bitext/model.ts';
export type * from './data/model.ts';
export type * from './document/model.ts';
export type * from './table/model.ts';
export type * from './update/model.ts';
export type * from './workbook/layout.ts';
export type * from './workbook/model.ts';
