import type { JsonSchema } from '../json.ts';
import { checkSchema, findingSchema, record, REPORT_SCHEMA, reportSchema, type RecordSchema } from './schema.ts';

const count: JsonSchema = { type: 'integer', minimum: 0 };
const { findings: _, checks: __, ...deliveryProperties } = reportSchema.properties;

/** The JSON Schema (2020-12) of one line of what `--format jsonl` prints, version 1. */
export const REPORT_LINE_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:preflag:schema:jsonl:1',
  title: 'a line of a preflag report',
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [
    line('delivery', { ...reportSchema, properties: { ...headProperties(), ...deliveryProperties } }, [
      'schemaVersion',
      'tool',
      'delivery',
    ]),
    line('finding', { ...findingSchema, properties: { delivery: count, ...findingSchema.properties } }, ['delivery']),
    line('check', { ...checkSchema, properties: { delivery: count, ...checkSchema.properties } }, ['delivery']),
    record({ type: { const: 'end' }, deliveries: count, verdict: reportSchema.properties['verdict'] ?? {}, unchecked: count }, [
      'unchecked',
    ]),
  ],
};

/** What a whole report says once is said with every delivery. */
function headProperties(): Readonly<Record<string, JsonSchema>> {
  const { schemaVersion = {}, tool = {} } = REPORT_SCHEMA['properties'] as RecordSchema['properties'];
  return { schemaVersion, tool, delivery: count };
}

function line(type: string, { properties, required }: RecordSchema, more: readonly string[]): RecordSchema {
  const needed = new Set([...required, ...more]);
  return record(
    { type: { const: type }, ...properties },
    Object.keys(properties).filter((key) => !needed.has(key)),
  );
}
