export { isBriefPath } from './check-job.ts';
export { loadJob, type LoadedJob } from './load-job.ts';
export { isGlob, matchDeliverables } from './match-deliverables.ts';
export { parseJob, type ParsedJob } from './parse-job.ts';
export { isInside } from './paths.ts';
export { JobError, type JobProblem } from './problem.ts';
export { JOB_SCHEMA } from './schema.ts';
