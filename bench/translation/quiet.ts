import type { Rule } from '@preflag/core';
import { flagged, pairsIn, percent } from './segments.ts';

/** Per rule: the share of human segments with a finding, over all languages and in the noisiest one; and of all rules together. */
export async function printQuiet(rules: readonly Rule[], files: readonly string[]): Promise<void> {
  const counts = new Map<string, Map<string, number>>();
  const sizes = new Map<string, number>();
  const all = new Map<string, number>();
  for (const file of files) {
    const { to, model } = pairsIn(file);
    sizes.set(to, model.segments.length);
    const byRule = await flagged(rules, model);
    for (const [rule, ids] of byRule) counts.set(rule, (counts.get(rule) ?? new Map<string, number>()).set(to, ids.size));
    all.set(to, new Set([...byRule.values()].flatMap((ids) => [...ids])).size);
  }
  const languages = [...sizes.keys()];
  console.log(
    `\nhuman segments with a finding, %\n| rule | all | ${languages.join(' | ')} |\n|---|---|${languages.map(() => '---|').join('')}`,
  );
  for (const [rule, own] of [...counts, ['any rule', all] as const]) {
    const sum = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((total, one) => total + one, 0);
    const cells = languages.map((language) => percent(own.get(language) ?? 0, sizes.get(language) ?? 0));
    console.log(`| ${rule} | ${percent(sum(own), sum(sizes))} | ${cells.join(' | ')} |`);
  }
}
