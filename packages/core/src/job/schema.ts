import type { JsonSchema } from '../json.ts';
import { FAIL_ON, SEVERITIES } from '../severity.ts';
import { COLUMN_TYPES, CRITERION_LEVELS, DELIVERABLE_TYPES, REQUIRED_INPUTS } from './types.ts';

const text: JsonSchema = { type: 'string', minLength: 1 };
const texts: JsonSchema = { type: 'array', items: text };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const value: JsonSchema = { type: ['string', 'number', 'boolean'] };
const bound: JsonSchema = { type: ['number', 'string'] };
const scalar: JsonSchema = { type: ['string', 'number', 'boolean', 'null'] };
const match: JsonSchema = { type: 'object', minProperties: 1, additionalProperties: scalar };
const range: JsonSchema = record({ min: count, max: count });
const columnOrder: JsonSchema = { enum: ['any', 'strict'] };
const money: JsonSchema = { type: 'number', minimum: 0 };

/** A cell selector is written as A1 text or by labels; `if` keeps one mistake to one error. */
const selector: JsonSchema = {
  if: { type: 'string' },
  then: text,
  else: record({ sheet: text, column: text, row: text }, ['column']),
};

/** A column by its header alone, or with what is asked of it. */
const column: JsonSchema = {
  if: { type: 'object' },
  then: record(
    {
      name: text,
      type: { enum: COLUMN_TYPES },
      required: { type: 'boolean' },
      unique: { type: 'boolean' },
      min: bound,
      max: bound,
      pattern: text,
      values: { type: 'array', minItems: 1, items: value },
      in: record({ sheet: text, file: text, column: text }, ['column']),
      unit: text,
      format: text,
    },
    ['name'],
  ),
  else: text,
};

/** What is asked of a table, by the key of a deliverable or a sheet. */
const table = {
  columns: { type: 'array', items: column },
  columnOrder,
  rows: range,
  key: { ...texts, minItems: 1 },
  sortedBy: { type: 'array', minItems: 1, items: record({ column: text, descending: { type: 'boolean' } }, ['column']) },
};

const sheet = record({ name: text, ...table, optional: { type: 'boolean' } }, ['name']);

const cell = record({ at: selector, value, tolerance: { type: 'number', minimum: 0 }, matches: text, formula: { type: 'boolean' } }, [
  'at',
]);

const controlTotal = record({ label: text, detail: selector, total: selector, tolerance: { type: 'number', minimum: 0 } }, [
  'label',
  'detail',
  'total',
]);

const update = record(
  {
    before: text,
    key: texts,
    allow: {
      type: 'array',
      items: record({ sheet: text, columns: texts, where: match, rows: { type: 'array', items: { enum: ['add', 'remove'] } } }),
    },
    require: { type: 'array', items: record({ sheet: text, where: match, set: match }, ['where', 'set']) },
  },
  ['before'],
);

const section = record({ title: text, aliases: texts, required: { type: 'boolean' }, words: range, questions: texts }, ['title']);

const style = record({
  headings: { enum: ['sentence', 'title'] },
  dates: text,
  quotes: { enum: ['curly', 'straight'] },
  citation: { enum: ['apa', 'mla', 'chicago', 'ieee', 'numeric'] },
  page: text,
  font: { type: 'object' },
});

const deliverable = record(
  {
    path: text,
    type: { enum: DELIVERABLE_TYPES },
    asked: text,
    optional: { type: 'boolean' },
    count: range,
    language: { type: 'string', format: 'language', description: 'a language tag such as en, en-GB or zh-Hant' },
    sheets: { type: 'array', items: sheet },
    ...table,
    cells: { type: 'array', items: cell },
    controlTotals: { type: 'array', items: controlTotal },
    update,
    length: record({ words: range, characters: range, pages: range }),
    sections: { type: 'array', items: section },
    order: { enum: ['strict', 'relative', 'any'] },
    style,
    terms: record({ use: { type: 'object', additionalProperties: texts }, banned: texts }),
    template: text,
    data: texts,
    source: text,
    glossary: text,
    doNotTranslate: texts,
    register: { enum: ['formal', 'informal'] },
    placeholders: { ...texts, minItems: 1 },
    memory: { ...texts, minItems: 1 },
  },
  ['path'],
);

export const RULE_SETTING_SCHEMA: JsonSchema = record({
  off: { type: 'boolean' },
  severity: { enum: SEVERITIES },
  options: { type: 'object' },
  reason: text,
});

export const IGNORE_SCHEMA: JsonSchema = record({ rule: text, path: text, fingerprint: text, reason: text }, ['rule', 'reason']);

export const GATE_SCHEMA: JsonSchema = record({
  failOn: { enum: FAIL_ON },
  require: { type: 'array', items: { enum: REQUIRED_INPUTS } },
});

/** The JSON Schema (2020-12) of a job file after scalars became lists. */
export const JOB_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:preflag:schema:job:1',
  title: 'preflag job',
  ...record(
    {
      $schema: { type: 'string' },
      version: { const: 1 },
      id: text,
      title: text,
      category: text,
      brief: text,
      inputs: texts,
      deliverables: { type: 'array', minItems: 1, items: deliverable },
      rubric: {
        type: 'array',
        items: record({ id: text, level: { enum: CRITERION_LEVELS }, statement: text, asked: text, provedBy: texts }, ['id', 'statement']),
      },
      rules: {
        type: 'object',
        additionalProperties: RULE_SETTING_SCHEMA,
      },
      ignore: { type: 'array', items: IGNORE_SCHEMA },
      gate: GATE_SCHEMA,
      economics: record({
        currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'a currency code of three capitals such as USD' },
        value: money,
        human: record({ minutes: money, cost: money }),
        review: record({ minutes: money, cost: money }),
      }),
      delivered: text,
    },
    ['version', 'id', 'deliverables'],
  ),
};

function record(properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}
