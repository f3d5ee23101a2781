import { Ajv2020 } from 'ajv/dist/2020.js';
import { REPORT_SCHEMA } from './schema.ts';
import type { ReportFile } from './types.ts';

/** The mistakes in a report file, one sentence each; none means that it is a {@link ReportFile}. */
export function validateReport(value: unknown): readonly string[] {
  const validate = new Ajv2020({ allErrors: true, discriminator: true, allowUnionTypes: true }).compile<ReportFile>(REPORT_SCHEMA);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`);
}
