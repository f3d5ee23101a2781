import { basename } from 'node:path';
import type { Rule } from '@preflag/core';
import { errorsIn, flagged, percent } from './segments.ts';

/** Per kind of error: the share that any rule finds anew, and the rule that finds most, with its findings before the error was put in. */
export async function printErrors(rules: readonly Rule[], files: readonly string[]): Promise<void> {
  console.log(
    '\ntranslations with a known error: found, %\n| kind | segments | any rule, anew | best rule | found | on the same without the error |\n|---|---|---|---|---|---|',
  );
  for (const file of files) {
    const [broken, whole] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
    let size = 0;
    for (const { perturbed, unchanged } of errorsIn(file)) {
      size += perturbed.segments.length;
      for (const [own, model] of [
        [broken, perturbed],
        [whole, unchanged],
      ] as const)
        for (const [rule, ids] of await flagged(rules, model))
          own.set(rule, new Set([...(own.get(rule) ?? []), ...[...ids].map((id) => `${model.sourceLanguage} ${id}`)]));
    }
    const anew = new Set([...broken].flatMap(([rule, ids]) => [...ids].filter((id) => !whole.get(rule)?.has(id))));
    const [best = '', found = new Set<string>()] = [...broken].toSorted(([, a], [, b]) => b.size - a.size)[0] ?? [];
    const before = whole.get(best)?.size ?? 0;
    const kind = basename(file, '.jsonl').replace('demetr-', '');
    console.log(
      `| ${kind} | ${size} | ${percent(anew.size, size)} | ${found.size > 0 ? best : '-'} | ${percent(found.size, size)} | ${percent(before, size)} |`,
    );
  }
}
