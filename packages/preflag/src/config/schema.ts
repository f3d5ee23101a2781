import { LIMIT_TABLE, SEVERITIES, type JsonSchema } from '@preflag/core';
import { GATE_SCHEMA, IGNORE_SCHEMA, RULE_SETTING_SCHEMA } from '@preflag/core/job';
import { PRESETS } from './types.ts';

const text: JsonSchema = { type: 'string', minLength: 1 };

const rules: JsonSchema = {
  type: 'object',
  additionalProperties: {
    if: { type: 'object' },
    then: RULE_SETTING_SCHEMA,
    else: { enum: ['off', ...SEVERITIES] },
  },
};

/** The JSON Schema (2020-12) of a config, version 1. */
export const CONFIG_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:preflag:schema:config:1',
  title: 'preflag config',
  ...record({
    $schema: { type: 'string' },
    presets: { type: 'array', items: { enum: PRESETS } },
    rules,
    overrides: { type: 'array', items: record({ files: { type: 'array', minItems: 1, items: text }, rules }, ['files', 'rules']) },
    ignore: { type: 'array', items: IGNORE_SCHEMA },
    plugins: { type: 'array', items: text },
    limits: record(Object.fromEntries(Object.keys(LIMIT_TABLE).map((name) => [name, { type: 'integer', minimum: 1 }]))),
    gate: GATE_SCHEMA,
    baseline: text,
  }),
};

function record(properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}
