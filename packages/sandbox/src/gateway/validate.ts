import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema } from '@preflag/core';

/** Formats are notes: they are not checked. Types are not converted, since what a run says is taken at its word. */
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, addUsedSchema: false, logger: false });

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** @throws {Error} when it is no JSON Schema */
export function compileSchema(schema: JsonSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** What is wrong with a value, in half a sentence; `undefined` when nothing is. */
export function problemsOf(schema: JsonSchema, value: unknown): string | undefined {
  const validate = compileSchema(schema);
  if (validate(value)) return undefined;
  return [...new Set((validate.errors ?? []).map(describe))].slice(0, MAX_PROBLEMS).join('; ');
}

const MAX_PROBLEMS = 5;

function describe({ instancePath, keyword, params, message }: ErrorObject): string {
  const place = instancePath === '' ? '' : `${instancePath.slice(1).replaceAll('/', '.')} `;
  if (keyword === 'additionalProperties') return `${place}'${String(params['additionalProperty']).slice(0, MAX_NAME)}' is not known`;
  if (keyword === 'required') return `${place}'${String(params['missingProperty'])}' is missing`;
  return `${place}${message ?? keyword}`;
}

const MAX_NAME = 100;
