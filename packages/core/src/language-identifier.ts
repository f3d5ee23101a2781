import { PreflagError } from './errors.ts';

/** A language that a text may be in, and how sure that is. */
export interface LanguageShare {
  /** BCP 47: `cy`, `pt-BR`. */
  readonly language: string;
  /** From 0 to 1; those of all languages together are at most 1. */
  readonly share: number;
}

/** Tells languages of texts: a plugin, named as checkers are. */
export interface LanguageIdentifier {
  /** What reports call it. */
  readonly name: string;
  /** The languages that it can answer with (BCP 47). It is not asked about others. */
  readonly languages: readonly string[];
  /** The languages that a text may be in, best first; none for a text that says nothing. A model is best loaded with the first text. */
  identify(text: string): readonly LanguageShare[] | Promise<readonly LanguageShare[]>;
}

/**
 * Declares a language identifier.
 * @throws {PreflagError} code `rule` for one that lacks its name, its languages or `identify`
 */
export function defineLanguageIdentifier(identifier: LanguageIdentifier): LanguageIdentifier {
  const { name, languages, identify } = identifier as Partial<LanguageIdentifier>;
  const lacks = [
    ...(typeof name === 'string' && name !== '' ? [] : ["a 'name'"]),
    ...(Array.isArray(languages) && languages.length > 0 && languages.every(isTag)
      ? []
      : ["'languages', a list of tags such as cy or pt-BR"]),
    ...(typeof identify === 'function' ? [] : ["a function 'identify'"]),
  ];
  if (lacks.length > 0) throw new PreflagError('rule', `The language identifier ${name || 'without a name'} needs ${lacks.join(' and ')}.`);
  return identifier;
}

/**
 * Asks an identifier about a text.
 * @throws {PreflagError} code `rule` when the answer is none: it must not be taken for a text that says nothing
 */
export async function askIdentifier(identifier: LanguageIdentifier, text: string): Promise<readonly LanguageShare[]> {
  const answer: unknown = await identifier.identify(text);
  if (Array.isArray(answer) && answer.every(isShare)) return answer;
  throw new PreflagError(
    'rule',
    `The language identifier ${identifier.name} answered ${JSON.stringify(answer)?.slice(0, 200)}; it must answer with a list such as [{ language: 'cy', share: 0.9 }], shares from 0 to 1.`,
  );
}

function isShare(value: unknown): value is LanguageShare {
  if (typeof value !== 'object' || value === null) return false;
  const { language, share } = value as Partial<LanguageShare>;
  return isTag(language) && typeof share === 'number' && share >= 0 && share <= 1;
}

function isTag(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(value);
}
