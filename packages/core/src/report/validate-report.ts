import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema } from '../json.ts';
import { REPORT_LINE_SCHEMA } from './line-schema.ts';
import { REPORT_SCHEMA } from './schema.ts';

/** The mistakes in a report file, one sentence each; none means that it is a {@link ReportFile}. */
export function validateReport(value: unknown): readonly string[] {
  return mistakes(REPORT_SCHEMA, value);
}

/** The mistakes in a line of a report in lines; none means that it is a {@link ReportLine}. */
export function validateReportLine(value: unknown): readonly string[] {
  return mistakes(REPORT_LINE_SCHEMA, value);
}

const ajv = new Ajv2020({ allErrors: true, discriminator: true, allowUnionTypes: true });

function mistakes(schema: JsonSchema, value: unknown): readonly string[] {
  // Compiled once: ajv keeps what it has for a schema.
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`);
}
