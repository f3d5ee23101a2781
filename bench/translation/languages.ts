import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageIdentifier } from '@preflag/core';
import { isAlike, languageOf } from '../../packages/readers/src/language/index.ts';
import { cld3 } from '../../checkers/translation/src/language/cld3.ts';
import { openIdentifier, pairIdentifier } from '../../checkers/translation/src/language/identifiers.ts';
import { percent } from './segments.ts';

interface Sentence {
  readonly lang: string;
  readonly text: string;
}

/** Each sentence is asked to be in so many other languages, too. */
const OTHERS = [7, 17, 23];

/** How often the languages of sentences of known language are told wrong, and how often another language is found. FOLDER holds `ud*.jsonl`. */
export async function printLanguages(folder: string): Promise<void> {
  const sentences = ['ud.jsonl', 'ud-noncommercial.jsonl'].flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Sentence),
  );
  const installed = await cld3();
  for (const brought of installed ? [[], [installed]] : [[]]) {
    console.log(`\n${['eld and franc', ...brought.map(({ name }) => name)].join(', ')}`);
    console.log('| texts | number | right ones held for foreign, % | foreign ones found, % | MB/s |\n|---|---|---|---|---|');
    await printOpen('sentences', sentences, false, brought);
    await printOpen('windows of 40 characters', sentences.flatMap(windowOf40), true, brought);
    const long = sentences.filter(({ text }) => text.length >= 80);
    await printOpen('sentences of 80 and more', long, false, brought);
  }
  await printPairs(sentences.filter(({ text }) => text.length >= 80));
}

async function printOpen(
  name: string,
  sentences: readonly Sentence[],
  isShort: boolean,
  brought: readonly LanguageIdentifier[],
): Promise<void> {
  const languages = [...new Set(sentences.map(({ lang }) => languageOf(lang) ?? ''))];
  const identifiers = new Map(
    await Promise.all(languages.map(async (language) => [language, await openIdentifier(language, brought)] as const)),
  );
  let [wrong, found, asked, bytes] = [0, 0, 0, 0];
  const start = process.cpuUsage();
  for (const [index, { lang, text }] of sentences.entries()) {
    const own = languageOf(lang) ?? '';
    bytes += Buffer.byteLength(text);
    wrong += Number((await identifiers.get(own)?.foreignLanguage(text, isShort)) !== undefined);
    for (const step of OTHERS) {
      const other = languages[(index * step + 11) % languages.length] ?? '';
      if (other === own || isAlike(other, own) || areNeighbours(other, own)) continue;
      asked += 1;
      found += Number((await identifiers.get(other)?.foreignLanguage(text, isShort)) !== undefined);
      bytes += Buffer.byteLength(text);
    }
  }
  const { user, system } = process.cpuUsage(start);
  const speed = (bytes / (user + system)).toFixed(1);
  console.log(`| ${name} | ${sentences.length} | ${percent(wrong, sentences.length)} | ${percent(found, asked)} | ${speed} |`);
}

/** English against each other language: what is left of an English source. */
async function printPairs(sentences: readonly Sentence[]): Promise<void> {
  console.log('\n| untranslated, 80 characters and more | number | % |\n|---|---|---|');
  const english = sentences.filter(({ lang }) => lang === 'en');
  const languages = [...new Set(sentences.map(({ lang }) => languageOf(lang) ?? ''))].filter((language) => language !== 'en');
  let [missed, asked, wrong, right] = [0, 0, 0, 0];
  for (const language of languages) {
    const identify = await pairIdentifier('en', language);
    const own = sentences.filter(({ lang }) => languageOf(lang) === language);
    for (const { text } of english) missed += Number((await identify?.(text)) !== 'source');
    for (const { text } of own) wrong += Number((await identify?.(text)) === 'source');
    asked += english.length;
    right += own.length;
  }
  console.log(`| English ones found | ${asked} | ${percent(asked - missed, asked)} |`);
  console.log(`| others held for English | ${right} | ${percent(wrong, right)} |`);
}

/** Languages that eld stands one in for the other: it cannot part them. */
function areNeighbours(a: string, b: string): boolean {
  const groups = [new Set(['gl', 'es', 'pt']), new Set(['mk', 'bg', 'sr'])];
  return groups.some((group) => group.has(a) && group.has(b));
}

/** The first 40 characters or so, up to the end of a word. */
function windowOf40({ lang, text }: Sentence): Sentence[] {
  if (text.length < 40) return [];
  const end = text.slice(0, 46).indexOf(' ', 36);
  return [{ lang, text: text.slice(0, end > 0 ? end : 40) }];
}
