export { rowKey } from './describe-sheets.ts';
export { findColumn, findColumns, tableAt, type FoundColumn } from './layout/find-column.ts';
export { tablesOf } from './layout/tables-of.ts';
export { foldText, totalWord } from './layout/total-words.ts';
export { serialOfIso } from './store/serial-date.ts';
