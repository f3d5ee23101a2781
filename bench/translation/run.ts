/**
 * How quiet, how thorough and how fast the translation rules are.
 * `node --conditions=@preflag/source bench/translation/run.ts --accuracy FOLDER`, `--languages FOLDER`, `--omissions FOLDER` or
 * `--pofilter FILE.po`.
 * With `--accuracy`, FOLDER holds `pairs` (tsv files `pud-en-<language>.tsv` of human translations) and `demetr` (jsonl files, a known error each).
 * Prints for human pairs, by rule and language, the share of segments with a finding; for each kind of error the rule that finds most
 * of it, beside what that rule says of the same translations without the error; and the speed of each rule, and of all together beside franc.
 * With `--languages`, FOLDER/language holds sentences of known language (`ud.jsonl`, `ud-noncommercial.jsonl`). Prints how often the
 * languages of texts are told wrong, and how often another language is found.
 * With `--omissions`, FOLDER holds `pairs` as above. Prints how many paragraphs are found of which one sentence in five was left out, and how
 * often the item that was left out of a list is the one that is named.
 * With `--pofilter`, prints what the rules and pofilter of the translate-toolkit say of one po file; without pofilter, only the rules.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checker as translation } from '../../checkers/translation/src/index.ts';
import { printErrors } from './errors.ts';
import { printLanguages } from './languages.ts';
import { printListGaps } from './list-gaps.ts';
import { printOmissions } from './omissions.ts';
import { printBesidePofilter } from './pofilter.ts';
import { printQuiet } from './quiet.ts';
import { printSpeed } from './speed.ts';

const MODES = ['accuracy', 'languages', 'omissions', 'pofilter'] as const;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(MODES.map((mode) => [mode, { type: 'boolean', default: false }] as const)),
});
const [given] = positionals;
const [mode, ...others] = MODES.filter((one) => values[one]);
// What a job must ask for, or a user install, is not run here.
const rules = translation.rules.filter((rule) => rule.asks === undefined && rule.id !== 'translation/misspelt-words');
if (given === undefined || mode === undefined || others.length > 0) {
  console.error(`Say which: node --conditions=@preflag/source bench/translation/run.ts ${MODES.map((one) => `--${one}`).join('|')} PATH`);
  process.exitCode = 2;
} else if (mode === 'languages') {
  await printLanguages(resolve(given, 'language'));
} else if (mode === 'pofilter') {
  await printBesidePofilter(rules, resolve(given));
} else if (mode === 'omissions') {
  const pairs = filesOf(given, 'pairs', '.tsv');
  await printOmissions(rules, pairs);
  await printListGaps(pairs);
} else {
  const pairs = filesOf(given, 'pairs', '.tsv');
  await printQuiet(rules, pairs);
  await printErrors(rules, filesOf(given, 'demetr', '.jsonl'));
  await printSpeed(rules, pairs);
}

function filesOf(folder: string, name: string, end: string): string[] {
  const root = resolve(folder, name);
  return readdirSync(root)
    .filter((file) => file.endsWith(end))
    .toSorted()
    .map((file) => join(root, file));
}
