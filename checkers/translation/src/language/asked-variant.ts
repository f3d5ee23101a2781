import { scriptOf } from '@preflag/readers/language';

/** What a tag says beyond the language. */
export type AskedVariant =
  | { readonly kind: 'chinese'; readonly script: 'Hans' | 'Hant' }
  | { readonly kind: 'script'; readonly script: 'Latn' | 'Cyrl' }
  | { readonly kind: 'portuguese'; readonly region: 'BR' | 'PT' }
  | { readonly kind: 'english'; readonly region: 'US' | 'GB' }
  | { readonly kind: 'swiss' };

/** Languages that are written in Latin and in Cyrillic letters. */
const TWO_SCRIPTS = new Set(['sr', 'bs', 'sh', 'uz', 'az', 'kk', 'tg', 'tk', 'tt', 'mn']);

const BRITISH = new Set(['gb', 'ie', 'au', 'nz', 'za', 'in']);

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
  if (language === 'en' && region === 'us') return { kind: 'english', region: 'US' };
  // Canada writes both.
  if (language === 'en' && BRITISH.has(region ?? '')) return { kind: 'english', region: 'GB' };
  return language === 'de' && (region === 'ch' || region === 'li') ? { kind: 'swiss' } : undefined;
}
