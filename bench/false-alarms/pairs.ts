import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runRules, type Model, type Rule, type RuleResult, type Target } from '@preflag/core';
import type { Bitext, Segment } from '@preflag/readers';
import { checker as translation } from '../../checkers/translation/src/index.ts';
import { Tally, type Options } from './tally.ts';

const rules: readonly Rule[] = translation.rules;

/** Checks the segments of tsv files, and prints per language and rule how many have findings. */
export async function runPairs({ root, files, list, sample }: Options): Promise<void> {
  const tally = new Tally(rules, { list, sample });
  for (const file of files.filter((name) => name.endsWith('.tsv'))) {
    const [header = '', ...lines] = readFileSync(join(root, file), 'utf8').split('\n');
    const [, from = '', to = ''] = header.trim().split('\t');
    const pairs = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t') as [string, string, string]);
    const results = await checkBitext(bitextOf(file, from, to, pairs));
    tally.add('all', results, pairs.length);
    tally.add(
      to,
      results.map((result) => result),
      pairs.length,
    );
  }
  tally.print('segments');
}

/** A translation with an error under a name of its own. */
export interface ErrorRow {
  readonly id: number | string;
  readonly language: string;
  readonly source: string;
  readonly translation: string;
  readonly [field: string]: unknown;
}

/** Codes by the names of languages in the data. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  chinese_simple: 'zh-Hans',
  chinese: 'zh',
  russian: 'ru',
  spanish: 'es',
  french: 'fr',
  german: 'de',
  italian: 'it',
  polish: 'pl',
  czech: 'cs',
  hindi: 'hi',
  japanese: 'ja',
};

/** Checks translations with a known error, one kind per file, beside the translations before the error was put in. */
export async function runErrors({ root, files, list, sample, field }: Options & { readonly field: string }): Promise<void> {
  const tally = new Tally(rules, { list, sample });
  for (const file of files.filter((name) => name.endsWith('.jsonl'))) {
    const rows = readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ErrorRow);
    for (const name of new Set(rows.map(({ language }) => language))) {
      const own = rows.filter(({ language }) => language === name);
      for (const which of [field, 'translation']) {
        const pairs = own.map((row): [string, string, string] => [String(row.id), row.source, textIn(row, which)]);
        tally.add(
          `${basename(file, '.jsonl')} ${which}`,
          await checkBitext(bitextOf(file, LANGUAGES[name] ?? name, 'en', pairs)),
          pairs.length,
        );
      }
    }
  }
  tally.print('segments');
}

function textIn(row: ErrorRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

/** Runs rules on segments, without a job. */
export async function checkBitext(model: Bitext, own: readonly Rule[] = rules): Promise<RuleResult[]> {
  const target: Target = {
    file: model.file,
    models: new Map([['bitext', model as Model]]),
    absent: new Map(),
    job: null,
    deliverable: null,
    inputs: new Set(['deliverable', 'source', 'siblings']),
  };
  const results: RuleResult[] = [];
  for await (const result of runRules(
    own.map((rule) => ({ rule })),
    target,
  ))
    results.push(result);
  return results;
}

/** Segments as an aligner would hand them out. */
export function bitextOf(file: string, from: string, to: string, pairs: readonly (readonly [string, string, string])[]): Bitext {
  const segments = pairs.map(([id, source, target]): Segment => ({
    id,
    role: 'paragraph',
    source,
    target,
    sourceProse: source,
    targetProse: target,
    alignment: 'exact',
  }));
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  return {
    kind: 'bitext',
    file,
    sourceFile: file,
    sourceLanguage: from,
    targetLanguage: to,
    segments,
    describe: (at) => {
      const segment = at.kind === 'segment' ? byId.get(at.id) : undefined;
      return {
        place: at.kind === 'segment' ? at.id : at.kind,
        anchor: at.kind === 'segment' ? at.id : at.kind,
        excerpt: `${segment?.source} ⇒ ${segment?.target}`,
      };
    },
    scan: () => {},
  };
}
