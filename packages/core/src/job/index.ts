export { loadJob, type LoadedJob } from './load-job.ts';
export { parseJob, type ParsedJob } from './parse-job.ts';
export { JOB_SCHEMA } from './schema.ts';
