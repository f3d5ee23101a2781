import { INPUTS } from '../finding.ts';
import type { JsonSchema } from '../json.ts';
import { FAIL_ON, CERTAINTIES, SEVERITIES } from '../severity.ts';
import { CRITERION_LEVELS, REQUIRED_INPUTS } from '../job/types.ts';
import { NOTICE_CODES } from './types.ts';

const text: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const number: JsonSchema = { type: 'number', minimum: 0 };
const sha256: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const position = record({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } }, []);

const location: JsonSchema = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [
    place('cell', { sheet: text, range: text }),
    place('column', { name: text }, { sheet: text }),
    place('row', { key: text }, { sheet: text }),
    place('text', { start: position, end: position }),
    place('block', { index: count }, { heading: text, offset: count, length: count }),
    place('page', { page: count }, { box: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 } }),
    place('segment', { id: text }, { offset: count, length: count }),
    place('pointer', { path: text }),
    place('part', { name: text }),
    place('file', {}),
  ],
};

const ends: JsonSchema = { type: 'array', items: count, minItems: 2, maxItems: 2 };

const evidence = record(
  { excerpt: { type: 'string', maxLength: 300 }, prefix: text, suffix: text, expected: text, found: text, hash: text },
  ['prefix', 'suffix', 'expected', 'found'],
);

const edit = record({ file: text, location, from: text, to: text, of: { const: 'result' } }, ['of']);

const surroundings: JsonSchema = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: [
    place(
      'grid',
      {
        columns: { type: 'array', items: text },
        rows: { type: 'array', items: record({ number: count, isHeader: { type: 'boolean' }, cells: { type: 'array', items: text } }, []) },
        hit: record({ rows: ends, columns: ends }, []),
      },
      { sheet: text },
    ),
    place('text', { before: text, text, after: text }, { language: text }),
    place(
      'pair',
      { source: text, target: text },
      { at: ends, sourceAt: { type: 'array', items: ends }, sourceLanguage: text, targetLanguage: text },
    ),
  ],
};

export const findingSchema: RecordSchema = record(
  {
    rule: { type: 'string', pattern: '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$' },
    messageId: text,
    data: { type: 'object' },
    severity: { enum: SEVERITIES },
    certainty: { enum: CERTAINTIES },
    message: text,
    file: text,
    location,
    place: text,
    evidence,
    related: { type: 'array', items: record({ file: text, location, label: text, is: { const: 'source' } }, ['is']) },
    surroundings,
    origin: { enum: ['introduced', 'inherited', 'unknown'] },
    why: text,
    advice: text,
    fixes: { type: 'array', items: record({ label: text, safety: { enum: ['safe', 'ask'] }, edits: { type: 'array', items: edit } }, []) },
    inputs: { type: 'array', items: { enum: INPUTS } },
    fingerprint: sha256,
    group: text,
    ignored: record({ reason: text, from: { enum: ['job', 'config', 'baseline'] }, by: text, at: text, expires: text }, [
      'from',
      'by',
      'at',
      'expires',
    ]),
  },
  ['related', 'surroundings', 'fixes', 'group', 'ignored'],
);

export const checkSchema: RecordSchema = record(
  {
    rule: text,
    file: text,
    outcome: { enum: ['passed', 'failed', 'not-checked', 'error'] },
    reason: record({ code: text, text }, []),
    looked: { type: 'object', additionalProperties: number },
    durationMs: number,
    isolated: { const: false },
    cached: { const: true },
  },
  ['reason', 'looked', 'isolated', 'cached'],
);

const asked = record(
  {
    deliverable: text,
    demand: text,
    criterion: text,
    level: { enum: CRITERION_LEVELS },
    text,
    asked: text,
    state: { enum: ['proved', 'failed', 'open'] },
    reason: text,
    rules: { type: 'array', items: text },
  },
  ['criterion', 'level', 'asked', 'reason'],
);

const ruleText = record(
  {
    title: text,
    severity: { enum: SEVERITIES },
    certainty: { enum: CERTAINTIES },
    messages: { type: 'object', additionalProperties: record({ text, advice: text }, []) },
  },
  [],
);

export const reportSchema: RecordSchema = record(
  {
    job: { type: ['string', 'null'] },
    title: text,
    brief: text,
    root: text,
    sandbox: { const: 'strict' },
    verdict: { enum: ['pass', 'fail', 'incomplete'] },
    reason: text,
    gate: record({ failOn: { enum: FAIL_ON }, require: { type: 'array', items: { enum: REQUIRED_INPUTS } } }, []),
    summary: record(
      {
        findings: record({ critical: count, important: count, minor: count }, []),
        certainty: record({ certain: count, likely: count, hint: count }, []),
        checks: record({ passed: count, failed: count, notChecked: count, errored: count }, []),
        files: count,
        bytes: count,
        durationMs: number,
      },
      [],
    ),
    manifest: { type: 'array', items: record({ path: text, type: text, bytes: count, sha256, deliverable: text }, ['deliverable']) },
    findings: { type: 'array', items: findingSchema },
    checks: { type: 'array', items: checkSchema },
    asked: { type: 'array', items: asked },
    notices: { type: 'array', items: record({ code: { enum: NOTICE_CODES }, text }, []) },
    rules: { type: 'object', additionalProperties: ruleText },
    facts: { type: 'object', additionalProperties: { type: 'array', items: record({ file: text, value: {} }, []) } },
  },
  ['title', 'brief', 'sandbox', 'asked', 'notices', 'rules', 'facts'],
);

/** The JSON Schema (2020-12) of what `--format json` prints, version 1. */
export const REPORT_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:preflag:schema:report:1',
  title: 'preflag report',
  ...record(
    {
      schemaVersion: { const: 1 },
      tool: record({ name: { const: 'preflag' }, version: text }, []),
      summary: record({ deliveries: count, verdicts: record({ pass: count, fail: count, incomplete: count }, []), unchecked: count }, [
        'unchecked',
      ]),
      reports: { type: 'array', items: reportSchema },
    },
    [],
  ),
};

/** The schema of an object with just some properties. */
export interface RecordSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** An object with just these properties; all are required but the optional ones. */
export function record(properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[]): RecordSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
    additionalProperties: false,
  };
}

function place(kind: string, required: Record<string, JsonSchema>, optional: Record<string, JsonSchema> = {}): JsonSchema {
  return record({ kind: { const: kind }, ...required, ...optional }, Object.keys(optional));
}
