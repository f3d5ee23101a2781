import type { Rule } from '@preflag/core';
import { bitextOf } from '../false-alarms/pairs.ts';
import { flagged, pairsIn, percent } from './segments.ts';

/** Sentences of a paragraph; one of them is left out. */
const SENTENCES = 5;

/**
 * Paragraphs of five sentences that people translated, with one sentence left out of each translation: how many any rule finds anew, and
 * which rule finds most; beside what the rules say of the same paragraphs as they were.
 */
export async function printOmissions(rules: readonly Rule[], files: readonly string[]): Promise<void> {
  console.log(
    '\none of five sentences left out: found, %\n| language | paragraphs | any rule, anew | best rule | found | any rule, on the whole ones |\n|---|---|---|---|---|---|',
  );
  for (const file of files) {
    const { to, model } = pairsIn(file);
    const paragraphs = Array.from({ length: Math.floor(model.segments.length / SENTENCES) }, (_, index) =>
      model.segments.slice(index * SENTENCES, (index + 1) * SENTENCES).map(({ source = '', target = '' }) => ({ source, target })),
    );
    const flaggedIn = (isCut: (paragraph: number) => boolean): Promise<Map<string, Set<string>>> =>
      flagged(
        rules,
        bitextOf(
          file,
          model.sourceLanguage ?? 'en',
          to,
          paragraphs.map((sentences, index) => {
            const left = sentences.filter((_, place) => !isCut(index) || place !== Math.floor(index / SENTENCES) % SENTENCES);
            return [
              String(index),
              joined(
                sentences.map(({ source }) => source),
                'en',
              ),
              joined(
                left.map(({ target }) => target),
                to,
              ),
            ];
          }),
        ),
      );
    const whole = await flaggedIn(() => false);
    const cut = new Map<string, Set<string>>();
    // A fifth at a time: lengths are compared with what is usual in the file.
    for (let part = 0; part < SENTENCES; part++)
      for (const [rule, ids] of await flaggedIn((paragraph) => paragraph % SENTENCES === part))
        cut.set(rule, new Set([...(cut.get(rule) ?? []), ...[...ids].filter((id) => Number(id) % SENTENCES === part)]));
    const anew = new Set([...cut].flatMap(([rule, ids]) => [...ids].filter((id) => !whole.get(rule)?.has(id))));
    const [best = '-', found = new Set<string>()] = [...cut].toSorted(([, a], [, b]) => b.size - a.size)[0] ?? [];
    const before = new Set([...whole.values()].flatMap((ids) => [...ids])).size;
    const share = (count: number): string => percent(count, paragraphs.length);
    console.log(`| ${to} | ${paragraphs.length} | ${share(anew.size)} | ${best} | ${share(found.size)} | ${share(before)} |`);
  }
}

function joined(sentences: readonly string[], language: string): string {
  return sentences.join(/^(?:zh|ja)/.test(language) ? '' : ' ');
}
