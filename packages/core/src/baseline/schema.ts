import type { JsonSchema } from '../json.ts';

const text: JsonSchema = { type: 'string', minLength: 1 };
const day: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day such as 2026-11-26' };

const properties = {
  fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'the fingerprint of a finding, 64 hex digits' },
  job: { type: ['string', 'null'] },
  rule: text,
  file: text,
  place: { type: 'string' },
  message: { type: 'string' },
  reason: text,
  by: text,
  at: day,
  expires: day,
} satisfies Record<string, JsonSchema>;

/** The JSON Schema (2020-12) of a baseline, version 1. */
export const BASELINE_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:preflag:schema:baseline:1',
  title: 'preflag baseline',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    version: { const: 1 },
    entries: {
      type: 'array',
      items: {
        type: 'object',
        properties,
        required: Object.keys(properties).filter((key) => key !== 'expires'),
        additionalProperties: false,
      },
    },
  },
  required: ['version', 'entries'],
  additionalProperties: false,
};
