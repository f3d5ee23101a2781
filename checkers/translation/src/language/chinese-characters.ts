/** Whether a Chinese character is used in the one script and not in the other. */
export type ChineseScript = 'Hans' | 'Hant';

/** The block of Unicode with all common characters. */
const [FIRST, LAST] = [0x4e_00, 0x9f_ff];

/**
 * Characters by the only script that they are used in, by opencc's tables. Those that traditional texts have too, each in its own words
 * (表, 制, 系), are left out where the tables keep them; some are left (里, 台): count several before you say something.
 */
export async function loadChineseScripts(): Promise<ReadonlyMap<string, ChineseScript>> {
  const { Converter } = await import('opencc-js/t2cn');
  const { Converter: Expander } = await import('opencc-js/cn2t');
  const [simplify, expand] = [Converter({ from: 't', to: 'cn' }), Expander({ from: 'cn', to: 't' })];
  const scripts = new Map<string, ChineseScript>();
  for (let code = FIRST; code <= LAST; code++) {
    const traditional = String.fromCodePoint(code);
    const simplified = simplify(traditional);
    if (simplified === traditional) continue;
    scripts.set(traditional, 'Hant');
    if (!scripts.has(simplified) && expand(simplified) !== simplified) scripts.set(simplified, 'Hans');
  }
  return scripts;
}
