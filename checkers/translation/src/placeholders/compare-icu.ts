import type * as IcuParser from '@formatjs/icu-messageformat-parser';
import { pluralFormsOf } from './plural-forms-of.ts';

/** The module, which is loaded only where there are such messages. */
type Icu = typeof IcuParser;
type Elements = ReturnType<Icu['parse']>;

export interface IcuGap {
  readonly messageId: 'syntax' | 'missing' | 'added' | 'choiceMissing' | 'pluralMissing' | 'pluralUnused' | 'missingInOther';
  /** The argument, option or plural form; for `syntax` what is wrong. */
  readonly name: string;
  /** The argument of an option or plural form. */
  readonly argument?: string;
}

/** What a message takes: its arguments, and the options of each choice. */
interface Signature {
  readonly names: Set<string>;
  readonly options: Map<string, { readonly type: 'select' | 'cardinal' | 'ordinal'; readonly keys: Set<string> }>;
  /** What the option `other` of each plural takes, the number itself as `#`. */
  readonly others: Map<string, Set<string>>;
}

/** Compares a plural or select message with its translation into `language` (BCP 47). A source that is no such message is not compared. */
export function compareIcu(icu: Icu, source: string, target: string, language: string | undefined): readonly IcuGap[] {
  const original = read(icu, source);
  if (typeof original === 'string') return [];
  const translated = read(icu, target);
  if (typeof translated === 'string') return [{ messageId: 'syntax', name: translated }];
  const [from, to] = [signatureOf(icu, original), signatureOf(icu, translated)];
  return [
    ...[...from.names].filter((name) => !to.names.has(name)).map((name): IcuGap => ({ messageId: 'missing', name: `{${name}}` })),
    ...[...to.names].filter((name) => !from.names.has(name)).map((name): IcuGap => ({ messageId: 'added', name: `{${name}}` })),
    ...[...to.options].flatMap(([argument, { type, keys }]) =>
      type === 'select' ? choiceGaps(argument, keys, from) : pluralGaps(argument, keys, type, language),
    ),
    ...[...to.others].flatMap(([argument, names]) => otherGaps(argument, names, from.others.get(argument) ?? new Set())),
  ];
}

function choiceGaps(argument: string, keys: ReadonlySet<string>, from: Signature): IcuGap[] {
  const expected = from.options.get(argument)?.keys ?? new Set();
  return [...expected].filter((key) => !keys.has(key)).map((name) => ({ messageId: 'choiceMissing', name, argument }));
}

function pluralGaps(argument: string, keys: ReadonlySet<string>, type: 'cardinal' | 'ordinal', language: string | undefined): IcuGap[] {
  const forms = pluralFormsOf(language, type);
  if (!forms) return [];
  const missing = [...forms.needed].filter((form) => !keys.has(form) && !keys.has(EXACT[form] ?? form));
  const unused = [...keys].filter((key) => !key.startsWith('=') && !forms.all.has(key));
  return [
    ...missing.map((name): IcuGap => ({ messageId: 'pluralMissing', name, argument })),
    ...unused.map((name): IcuGap => ({ messageId: 'pluralUnused', name, argument })),
  ];
}

/** The option `other` is for many numbers: what the source says there, a translation cannot say in a word. */
function otherGaps(argument: string, names: ReadonlySet<string>, expected: ReadonlySet<string>): IcuGap[] {
  return [...expected]
    .filter((name) => !names.has(name))
    .map((name) => ({ messageId: 'missingInOther', name: name === '#' ? '#' : `{${name}}`, argument }));
}

/** A form that is given for the one number that it is mostly for. */
const EXACT: Readonly<Record<string, string>> = { zero: '=0', one: '=1', two: '=2' };

/** The tree, or why there is none. */
function read(icu: Icu, text: string): Elements | string {
  try {
    return icu.parse(text, { ignoreTag: true });
  } catch (error) {
    return error instanceof Error ? error.message.toLowerCase().replaceAll('_', ' ') : String(error);
  }
}

function signatureOf({ TYPE }: Icu, elements: Elements): Signature {
  const signature: Signature = { names: new Set(), options: new Map(), others: new Map() };
  /** `into` are the options `other` that the elements stand in, by their arguments. */
  const walk = (own: Elements, into: ReadonlyMap<string, Set<string>>): void => {
    for (const element of own) {
      if (element.type === TYPE.literal) continue;
      if (element.type === TYPE.pound) {
        [...into.values()].at(-1)?.add('#');
        continue;
      }
      if (element.type === TYPE.tag) {
        walk(element.children, into);
        continue;
      }
      signature.names.add(element.value);
      for (const [argument, names] of into) names.add(argument === element.value ? '#' : element.value);
      if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
      const type = element.type === TYPE.select ? 'select' : (element.pluralType ?? 'cardinal');
      const { keys } = signature.options.get(element.value) ?? { keys: new Set<string>() };
      for (const [key, option] of Object.entries(element.options)) {
        keys.add(key);
        const isOther = type === 'cardinal' && key === 'other';
        if (isOther) signature.others.set(element.value, signature.others.get(element.value) ?? new Set());
        walk(option.value, isOther ? new Map([...into, [element.value, signature.others.get(element.value) ?? new Set()]]) : into);
      }
      signature.options.set(element.value, { type, keys });
    }
  };
  walk(elements, new Map());
  return signature;
}
