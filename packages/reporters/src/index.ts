export { coverageText, gapsOf, type Gap } from './coverage.ts';
export { renderJson, toReportFile } from './json.ts';
export { neutralise } from './neutralise.ts';
export { renderPretty, type PrettyOptions } from './pretty.ts';
