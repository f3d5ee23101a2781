export { REPORT_LINE_SCHEMA } from './line-schema.ts';
export { REPORT_SCHEMA } from './schema.ts';
export { validateReport, validateReportLine } from './validate-report.ts';
