import { readFileSync } from 'node:fs';
import type { Rule } from '@preflag/core';
import type { Bitext } from '@preflag/readers';
import { bitextOf, checkBitext, LANGUAGES, type ErrorRow } from '../false-alarms/pairs.ts';

/** The segments of a tsv file with the header `id <source language> <target language>`. */
export function pairsIn(file: string): { readonly to: string; readonly model: Bitext } {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const [, from = '', to = ''] = header.trim().split('\t');
  const pairs = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t') as [string, string, string]);
  return { to, model: bitextOf(file, from, to, pairs) };
}

/** The translations of a jsonl file with their error and without it, by source language. */
export function errorsIn(file: string): { readonly perturbed: Bitext; readonly unchanged: Bitext }[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ErrorRow);
  return [...Map.groupBy(rows, ({ language }) => language)].map(([name, own]) => {
    const modelOf = (textOf: (row: ErrorRow) => string): Bitext =>
      bitextOf(
        file,
        LANGUAGES[name] ?? name,
        'en',
        own.map((row) => [String(row.id), row.source, textOf(row)] as const),
      );
    return {
      perturbed: modelOf(({ perturbed }) => (typeof perturbed === 'string' ? perturbed : '')),
      unchanged: modelOf((row) => row.translation),
    };
  });
}

/** The ids of the segments with a finding, by rule; rules that were not checked have none. */
export async function flagged(rules: readonly Rule[], model: Bitext): Promise<Map<string, Set<string>>> {
  const results = await checkBitext(model, rules);
  return new Map(
    results.map(({ check, findings }) => [
      check.rule,
      new Set(findings.flatMap(({ location }) => (location.kind === 'segment' ? [location.id] : []))),
    ]),
  );
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(2);
}
