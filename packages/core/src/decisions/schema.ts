import type { JsonSchema } from '../json.ts';
import { DISMISSALS } from './types.ts';

const text: JsonSchema = { type: 'string', minLength: 1 };
const digest: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'a sha256, 64 hex digits' };

const place: Readonly<Record<string, JsonSchema>> = { fingerprint: digest, rule: text, file: text, place: { type: 'string' } };

/** A reason belongs to what is no problem, and an entry without a decision is a note. */
const finding: JsonSchema = {
  if: { type: 'object', properties: { decision: { const: 'not-a-problem' } }, required: ['decision'] },
  then: record({ ...place, decision: { const: 'not-a-problem' }, reason: { enum: DISMISSALS } }, { note: text }),
  else: {
    if: { type: 'object', properties: { decision: true }, required: ['decision'] },
    then: record({ ...place, decision: { enum: ['must-fix', 'not-a-problem'] } }, { note: text }),
    else: record({ ...place, note: text }),
  },
};

const criterion: JsonSchema = record({ id: text, verdict: { enum: ['pass', 'fail', 'cannot_tell'] } }, { note: text });

const report: JsonSchema = record({
  job: { type: ['string', 'null'] },
  root: { type: 'string' },
  hash: digest,
  findings: { type: 'array', items: finding },
  criteria: { type: 'array', items: criterion },
});

/** The JSON Schema (2020-12) of decisions, version 1. */
export const DECISIONS_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:preflag:schema:decisions:1',
  title: 'preflag decisions',
  ...record(
    {
      version: { const: 1 },
      at: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$',
        description: 'a time such as 2026-11-26T21:00:00.000Z',
      },
      seconds: { type: 'number', minimum: 0 },
      reports: { type: 'array', items: report },
    },
    { $schema: { type: 'string' }, reviewer: text },
  ),
};

function record(required: Readonly<Record<string, JsonSchema>>, optional: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
