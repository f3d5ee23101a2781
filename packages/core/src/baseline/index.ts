export { parseBaseline } from './parse-baseline.ts';
export { BASELINE_SCHEMA } from './schema.ts';
