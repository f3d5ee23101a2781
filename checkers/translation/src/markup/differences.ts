/** What one side has more often than the other, by key, in the order of each side. */
export function differences<T extends { readonly key: string }>(
  source: readonly T[],
  target: readonly T[],
): { readonly missing: readonly T[]; readonly added: readonly T[] } {
  return { missing: without(source, target), added: without(target, source) };
}

function without<T extends { readonly key: string }>(own: readonly T[], other: readonly T[]): T[] {
  if (own.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { key } of other) counts.set(key, (counts.get(key) ?? 0) + 1);
  return own.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
