import type { Block } from '@preflag/readers';
import { byVariant } from '../../../minority.ts';
import { hitsIn, type Hit } from '../../../text-hits.ts';

/** Not inches and minutes, which stand behind a figure. */
const DOUBLE = /(?<![\d″])"|[“”„]/g;
const APOSTROPHE = /(?<=\p{L})['’](?=\p{L})/gu;
const STRAIGHT = /["']/;

/** What has a straight and a curly form. */
export const MARKS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'quotation marks', pattern: DOUBLE },
  { kind: 'apostrophes', pattern: APOSTROPHE },
];

/** Where marks of one kind stand, by `straight` and `curly`. */
export function marksByForm(blocks: readonly Block[], pattern: RegExp): ReadonlyMap<string, readonly Hit[]> {
  return byVariant(hitsIn(blocks, pattern), ({ found }) => (STRAIGHT.test(found) ? 'straight' : 'curly'));
}
