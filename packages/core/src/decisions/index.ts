export { parseDecisions } from './parse-decisions.ts';
export { DECISIONS_SCHEMA } from './schema.ts';
