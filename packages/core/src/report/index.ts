export { REPORT_SCHEMA } from './schema.ts';
export { validateReport } from './validate-report.ts';
