export { pointerStep } from './data-model.ts';
export type * from './model.ts';
export { readData } from './read-data.ts';
