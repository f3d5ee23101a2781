import type { FactReader, RuleContext } from '@preflag/core';
import { textLanguage } from './text-language.ts';

type Context = Pick<RuleContext<'document'>, 'deliverable' | 'notChecked'> & { readonly facts: FactReader };

/** The language that the job asks for, else that of the text (ISO 639-1). */
export function documentLanguage({ deliverable, facts }: Omit<Context, 'notChecked'>): string | undefined {
  return deliverable?.language?.toLowerCase().split(/[-_]/)[0] ?? facts(textLanguage);
}

/** True when the text is in one of the languages that the rule knows; else the rule is said to be not checked. */
export function isKnownLanguage(context: Context, languages: readonly string[]): boolean {
  const language = documentLanguage(context);
  if (language !== undefined && languages.includes(language)) return true;
  const what = language === undefined ? 'The language of the text could not be told' : `The text is in the language '${language}'`;
  context.notChecked('language', `${what}; this is known for ${languages.join(', ')} only.`);
  return false;
}

/** For rules that look in any language: says that they know the text's own not, where it could be told. */
export function noteUnknownLanguage(context: Context, languages: readonly string[]): void {
  const language = documentLanguage(context);
  if (language !== undefined && !languages.includes(language))
    context.notChecked('language', `The text is in the language '${language}'; this is known for ${languages.join(', ')} only.`);
}
