export { loadJob, type LoadedJob } from './load-job.ts';
export { parseJob, type ParsedJob } from './parse-job.ts';
export { GATE_SCHEMA, IGNORE_SCHEMA, JOB_SCHEMA, RULE_SETTING_SCHEMA } from './schema.ts';
