import type { Hit } from './text-hits.ts';

/** What most of a document does, and what some of it does otherwise. */
export interface Minority {
  readonly usual: string;
  readonly usualCount: number;
  readonly other: string;
  readonly hits: readonly Hit[];
}

/**
 * The ways of writing one thing that a document mixes: all but the most frequent, each with its places. A way counts from `least` hits on
 * that make up at least `share` of all, so that a quotation or a slip is no second way.
 */
export function minorities(variants: ReadonlyMap<string, readonly Hit[]>, { least = 2, share = 0.1 } = {}): readonly Minority[] {
  const ranked = [...variants].filter(([, hits]) => hits.length > 0).toSorted(([, a], [, b]) => b.length - a.length);
  const [first, ...others] = ranked;
  if (!first) return [];
  const total = ranked.reduce((sum, [, hits]) => sum + hits.length, 0);
  return others
    .filter(([, hits]) => hits.length >= least && hits.length >= total * share)
    .map(([other, hits]) => ({ usual: first[0], usualCount: first[1].length, other, hits }));
}

/** Sorts hits by a name that is made of each; hits without a name are left out. */
export function byVariant(hits: readonly Hit[], nameOf: (hit: Hit) => string | undefined): ReadonlyMap<string, readonly Hit[]> {
  const variants = new Map<string, Hit[]>();
  for (const hit of hits) {
    const name = nameOf(hit);
    if (name === undefined) continue;
    const known = variants.get(name);
    if (known) known.push(hit);
    else variants.set(name, [hit]);
  }
  return variants;
}
