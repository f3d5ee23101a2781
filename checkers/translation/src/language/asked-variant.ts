import { scriptOf } from '@preflag/readers/language';

/** What a tag says beyond the language. */
export type AskedVariant =
  | { readonly kind: 'chinese'; readonly script: 'Hans' | 'Hant' }
  | { readonly kind: 'script'; readonly script: 'Latn' | 'Cyrl' }
  | { readonly kind: 'portuguese'; readonly region: 'BR' | 'PT' }
  | { readonly kind: 'swiss' };

/** Languages that are written in Latin and in Cyrillic letters. */
const TWO_SCRIPTS = new Set(['sr', 'bs', 'sh', 'uz', 'az', 'kk', 'tg', 'tk', 'tt', 'mn']);

/** The variant that a tag asks for, of those that can be told; `undefined` where it asks for none: `zh`, `pt`, `sr`. */
export function askedVariant(tag: string | undefined): AskedVariant | undefined {
  const [language, ...more] = (tag ?? '').replaceAll('_', '-').toLowerCase().split('-');
  const region = more.find((part) => part.length === 2);
  if (language === undefined || more.length === 0) return undefined;
  const script = scriptOf(tag);
  if (language === 'zh' && (script === 'Hans' || script === 'Hant')) return { kind: 'chinese', script };
  if (TWO_SCRIPTS.has(language) && (script === 'Latn' || script === 'Cyrl')) return { kind: 'script', script };
  if (language === 'pt' && region === 'br') return { kind: 'portuguese', region: 'BR' };
  if (language === 'pt' && (region === 'pt' || region === 'ao' || region === 'mz')) return { kind: 'portuguese', region: 'PT' };
  return language === 'de' && (region === 'ch' || region === 'li') ? { kind: 'swiss' } : undefined;
}
