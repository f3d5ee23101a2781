import type { Hit } from './text-hits.ts';

/** What most of a document does, and what some of it does otherwise. */
export interface Minority<H extends Hit = Hit> {
  readonly usual: string;
  readonly usualCount: number;
  readonly other: string;
  readonly hits: readonly [H, ...H[]];
}

/**
 * The ways of writing one thing that a document mixes: all but the most frequent, each with its places. A way counts from `least` hits on
 * that make up at least `share` of all, so that a quotation or a slip is no second way.
 */
export function minorities<H extends Hit>(
  variants: ReadonlyMap<string, readonly H[]>,
  { least = 2, share = 0.1 }: { readonly least?: number; readonly share?: number } = {},
): readonly Minority<H>[] {
  const [first, ...others] = [...variants].toSorted(([, a], [, b]) => b.length - a.length);
  if (!first) return [];
  const total = [...variants.values()].reduce((sum, hits) => sum + hits.length, 0);
  return others.flatMap(([other, [one, ...more]]) => {
    const count = more.length + 1;
    if (!one || count < least || count < total * share) return [];
    return [{ usual: first[0], usualCount: first[1].length, other, hits: [one, ...more] as const }];
  });
}

/** Sorts hits by a name that is made of each; hits without a name are left out. */
export function byVariant<H extends Hit>(hits: readonly H[], nameOf: (hit: H) => string | undefined): ReadonlyMap<string, readonly H[]> {
  const variants = new Map<string, H[]>();
  for (const hit of hits) {
    const name = nameOf(hit);
    if (name === undefined) continue;
    const known = variants.get(name);
    if (known) known.push(hit);
    else variants.set(name, [hit]);
  }
  return variants;
}
