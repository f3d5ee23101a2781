/** Whether a Chinese character is used in the one script and not in the other. */
export type ChineseScript = 'Hans' | 'Hant';

/**
 * Characters by the only script that they are used in, by opencc's tables. Those that traditional texts have too, each in its own words
 * (表, 制, 系), are left out where the tables keep them; some are left (里, 台): count several before you say something.
 */
export async function loadChineseScripts(): Promise<ReadonlyMap<string, ChineseScript>> {
  const [{ default: toSimplified }, { default: toTraditional }] = await Promise.all([
    import('opencc-js/dict/TSCharacters'),
    import('opencc-js/dict/STCharacters'),
  ]);
  const expanded = new Map(pairsIn(toTraditional));
  const scripts = new Map<string, ChineseScript>();
  for (const [traditional, simplified] of pairsIn(toSimplified)) {
    if (simplified === traditional) continue;
    scripts.set(traditional, 'Hant');
    if (!scripts.has(simplified) && (expanded.get(simplified) ?? simplified) !== simplified) scripts.set(simplified, 'Hans');
  }
  return scripts;
}

/** Of several characters that one may become the first is the usual one. */
function pairsIn(dictionary: string): (readonly [string, string])[] {
  return dictionary.split('|').map((entry) => {
    const [own = '', other = ''] = entry.split(' ');
    return [own, other];
  });
}
