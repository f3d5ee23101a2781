import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { closest, distance } from 'fastest-levenshtein';
import { JOB_SCHEMA } from './schema.ts';

/** A mistake before it is given its place in the file. */
export interface Mistake {
  readonly pointer: string;
  readonly text: string;
  /** Whether the key is wrong or its value; default `value`. */
  readonly on?: 'key' | 'value';
}

/** Checks a normalised job against its schema: one mistake each, in words. */
export function validateJob(job: unknown): readonly Mistake[] {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, formats: { language: isLanguageTag } });
  const validate = ajv.compile(JOB_SCHEMA);
  if (validate(job)) return [];
  const meant = new Set((validate.errors ?? []).flatMap(meantKeys));
  const seen = new Set<string>();
  return (validate.errors ?? []).flatMap((error) => {
    const mistake = toMistake(error);
    // A required key that was misspelt is one mistake, not two.
    if (!mistake || seen.has(mistake.pointer) || (error.keyword === 'required' && meant.has(mistake.pointer))) return [];
    seen.add(mistake.pointer);
    return [mistake];
  });
}

function toMistake(error: ErrorObject): Mistake | undefined {
  const { instancePath, keyword, params, data, parentSchema } = error;
  const name = nameOf(instancePath);
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
      return { pointer: instancePath, text: `${name} is ${shown(data)}; it must be a language tag such as en, en-GB or zh-Hant.` };
    case 'pattern':
      return { pointer: instancePath, text: `${name} is ${shown(data)}; it must be a currency code of three capitals such as USD.` };
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
  return pointer === ''
    ? 'The job'
    : pointer
        .slice(1)
        .split('/')
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
