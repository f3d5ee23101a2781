import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import type { Document, Segment } from '@preflag/readers';
import { alignDocuments } from '../../packages/readers/src/bitext/index.ts';
import { readDocument } from '../../packages/readers/src/document/index.ts';
import { pairsIn, percent } from './segments.ts';

/** Items of a list; one of them is left out. */
const ITEMS = 5;
const MOST_LISTS = 20;
/** Short items tell less of themselves. */
const SHORT = 60;

/**
 * Lists of five sentences that people translated, with one left out of each translation: whether the alignment names that one alone, names it
 * among several, or names others.
 */
export async function printListGaps(files: readonly string[]): Promise<void> {
  console.log(
    '\none of five list items left out, %\n| items | lists | named alone | named among several | of how many | another named alone | not among those named | none named |\n|---|---|---|---|---|---|---|---|',
  );
  await using folder = await temporaryFolder();
  for (const [name, longest] of [
    [`below ${SHORT} characters`, SHORT],
    ['of any length', Infinity],
  ] as const) {
    const tally = { alone: 0, among: 0, sizes: 0, wrong: 0, wrongAmong: 0, none: 0 };
    let lists = 0;
    for (const file of files) {
      const { to, model } = pairsIn(file);
      const pairs = model.segments.flatMap(({ source, target }) =>
        source && target && source.length < longest ? [{ source, target }] : [],
      );
      for (let list = 0; list < Math.min(MOST_LISTS, Math.floor(pairs.length / ITEMS)); list++) {
        const items = pairs.slice(list * ITEMS, (list + 1) * ITEMS);
        const cut = list % ITEMS;
        const [source, target] = [
          await documentOf(
            folder.path,
            items.map((item) => item.source),
          ),
          await documentOf(
            folder.path,
            items.filter((_, place) => place !== cut).map((item) => item.target),
          ),
        ];
        const { segments } = alignDocuments(source, target, { source: model.sourceLanguage ?? 'en', target: to });
        count(
          tally,
          segments.find((segment) => segment.target === undefined),
          source.blocks[cut + 1]?.text ?? '',
        );
        lists += 1;
      }
    }
    const several = tally.among + tally.wrongAmong;
    const shares = [tally.alone, tally.among].map((one) => percent(one, lists));
    const wrongs = [tally.wrong, tally.wrongAmong, tally.none].map((one) => percent(one, lists));
    console.log(`| ${[name, lists, ...shares, several === 0 ? '-' : (tally.sizes / several).toFixed(1), ...wrongs].join(' | ')} |`);
  }
}

interface Tally {
  alone: number;
  among: number;
  sizes: number;
  wrong: number;
  wrongAmong: number;
  none: number;
}

function count(tally: Tally, gap: Segment | undefined, left: string): void {
  if (!gap) tally.none += 1;
  else if (!gap.candidates) tally[gap.source === left ? 'alone' : 'wrong'] += 1;
  else {
    tally[gap.candidates.includes(left) ? 'among' : 'wrongAmong'] += 1;
    tally.sizes += gap.candidates.length;
  }
}

async function documentOf(folder: string, items: readonly string[]): Promise<Document> {
  const path = join(folder, 'list.md');
  await writeFile(path, `# Title\n\n${items.map((item) => `- ${item.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)}`).join('\n')}\n`);
  const result = await readDocument({ file: 'list.md', path }, 'markdown', { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'preflag-gaps-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
