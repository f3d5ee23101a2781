import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { closest, distance } from 'fastest-levenshtein';
import type { JsonSchema } from '../json.ts';

/** A mistake before it is given its place in the file. */
export interface Mistake {
  readonly pointer: string;
  readonly text: string;
  /** Whether the key is wrong or its value; default `value`. */
  readonly on?: 'key' | 'value';
}

/**
 * Checks what a file holds against a schema: one mistake each, in words. The `description` of a text with a format or a pattern says what it must be.
 * @param whole what messages call the whole of it: `The job`
 */
export function validateAgainst(schema: JsonSchema, value: unknown, whole: string): readonly Mistake[] {
  const validate = compiled(schema);
  if (validate(value)) return [];
  const meant = new Set((validate.errors ?? []).flatMap(meantKeys));
  const seen = new Set<string>();
  return (validate.errors ?? []).flatMap((error) => {
    const mistake = toMistake(error, whole);
    // A required key that was misspelt is one mistake, not two.
    if (!mistake || seen.has(mistake.pointer) || (error.keyword === 'required' && meant.has(mistake.pointer))) return [];
    seen.add(mistake.pointer);
    return [mistake];
  });
}

const validators = new WeakMap<JsonSchema, ValidateFunction>();

/** Compiling takes much longer than validating, and one call may read hundreds of jobs. */
function compiled(schema: JsonSchema): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, formats: { language: isLanguageTag } });
  const validate = ajv.compile(schema);
  validators.set(schema, validate);
  return validate;
}

function toMistake(error: ErrorObject, whole: string): Mistake | undefined {
  const { instancePath, keyword, params, data, parentSchema } = error;
  const name = nameOf(instancePath) || whole;
  switch (keyword) {
    case 'if':
      return undefined;
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const allowed = Object.keys((parentSchema?.['properties'] ?? {}) as object).filter((word) => word !== '$schema');
      return {
        pointer: `${instancePath}/${escapePointer(key)}`,
        on: 'key',
        text: `Unknown key '${key}'${inside(instancePath)}. ${suggestion(key, allowed)}`,
      };
    }
    case 'required':
      return {
        pointer: `${instancePath}/${String(params['missingProperty'])}`,
        text: `The key '${String(params['missingProperty'])}' is missing${inside(instancePath)}.`,
      };
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map(String);
      return { pointer: instancePath, text: `${name} is ${shown(data)}. ${suggestion(typeof data === 'string' ? data : '', allowed)}` };
    }
    case 'const':
      return {
        pointer: instancePath,
        text: `${name} is ${shown(data)}; the only known value is ${JSON.stringify(params['allowedValue'])}.`,
      };
    case 'type':
      return {
        pointer: instancePath,
        text: `${name} is ${shown(data)}; it must be ${kinds(params['type'])}.${numberHint(data, params['type'])}`,
      };
    case 'format':
    case 'pattern':
      return { pointer: instancePath, text: `${name} is ${shown(data)}; it must be ${String(parentSchema?.['description'])}.` };
    default:
      return { pointer: instancePath, text: `${name} is ${shown(data)}; it ${error.message ?? 'is not allowed'}.` };
  }
}

/** The pointer of the key that an unknown key was probably meant to be. */
function meantKeys({ keyword, instancePath, params, parentSchema }: ErrorObject): readonly string[] {
  if (keyword !== 'additionalProperties') return [];
  const near = nearestOf(String(params['additionalProperty']), Object.keys((parentSchema?.['properties'] ?? {}) as object));
  return near === undefined ? [] : [`${instancePath}/${near}`];
}

function nearestOf(word: string, allowed: readonly string[]): string | undefined {
  const nearest = word && allowed.length > 0 ? closest(word, [...allowed]) : undefined;
  return nearest && distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3)) ? nearest : undefined;
}

function suggestion(word: string, allowed: readonly string[]): string {
  const near = nearestOf(word, allowed);
  return `${near ? `Did you mean '${near}'? ` : ''}Allowed: ${allowed.join(', ')}.`;
}

function numberHint(data: unknown, type: unknown): string {
  return typeof data === 'number' && [type].flat().includes('string') ? ` Put it in quotes: "${data}".` : '';
}

function kinds(type: unknown): string {
  const words: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a mapping',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    null: 'empty',
  };
  return [type]
    .flat()
    .map((kind) => words[String(kind)] ?? String(kind))
    .join(', or ');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** `/deliverables/0/sheets/1/name` → `deliverables[0].sheets[1].name`. */
function nameOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(unescapePointer)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : `${path}${path && '.'}${part}`), '');
}

function inside(pointer: string): string {
  return pointer === '' ? '' : ` in ${nameOf(pointer)}`;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapePointer(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** BCP 47, well-formed. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
