import type * as IcuParser from '@formatjs/icu-messageformat-parser';
import { pluralFormsOf } from './plural-forms-of.ts';

/** The module, which is loaded only where there are such messages. */
type Icu = typeof IcuParser;
type Elements = ReturnType<Icu['parse']>;

export interface IcuGap {
  readonly messageId: 'syntax' | 'missing' | 'added' | 'choiceMissing' | 'pluralMissing' | 'pluralUnused';
  /** The argument, option or plural form; for `syntax` what is wrong. */
  readonly name: string;
  /** The argument of an option or plural form. */
  readonly argument?: string;
}

/** What a message takes: its arguments, and the options of each choice. */
interface Signature {
  readonly names: Set<string>;
  readonly options: Map<string, { readonly type: 'select' | 'cardinal' | 'ordinal'; readonly keys: Set<string> }>;
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
  const signature: Signature = { names: new Set(), options: new Map() };
  const walk = (own: Elements): void => {
    for (const element of own) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) {
        walk(element.children);
        continue;
      }
      signature.names.add(element.value);
      if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
      const type = element.type === TYPE.select ? 'select' : (element.pluralType ?? 'cardinal');
      const { keys } = signature.options.get(element.value) ?? { keys: new Set<string>() };
      for (const [key, option] of Object.entries(element.options)) {
        keys.add(key);
        walk(option.value);
      }
      signature.options.set(element.value, { type, keys });
    }
  };
  walk(elements);
  return signature;
}
