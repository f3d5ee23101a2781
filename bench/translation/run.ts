/**
 * How quiet, how thorough and how fast the translation rules are.
 * `node --conditions=@preflag/source bench/translation/run.ts --accuracy FOLDER`, or `--languages FOLDER`.
 * With `--accuracy`, FOLDER holds `pairs` (tsv files `pud-en-<language>.tsv` of human translations) and `demetr` (jsonl files, a known error each).
 * Prints for human pairs, by rule and language, the share of segments with a finding; for each kind of error the rule that finds most
 * of it, beside what that rule says of the same translations without the error; and each rule's speed.
 * With `--languages`, FOLDER/language holds sentences of known language (`ud.jsonl`, `ud-noncommercial.jsonl`). Prints how often the
 * languages of texts are told wrong, and how often another language is found.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checker as translation } from '../../checkers/translation/src/index.ts';
import { printErrors } from './errors.ts';
import { printLanguages } from './languages.ts';
import { printQuiet } from './quiet.ts';
import { printSpeed } from './speed.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { accuracy: { type: 'boolean', default: false }, languages: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined || values.accuracy === values.languages) {
  console.error('Say which folder: node --conditions=@preflag/source bench/translation/run.ts --accuracy FOLDER, or --languages FOLDER');
  process.exitCode = 2;
} else if (values.languages) {
  await printLanguages(resolve(folder, 'language'));
} else {
  const filesOf = (name: string, end: string): string[] => {
    const root = resolve(folder, name);
    return readdirSync(root)
      .filter((file) => file.endsWith(end))
      .toSorted()
      .map((file) => join(root, file));
  };
  // What a job must ask for is not run here.
  const rules = translation.rules.filter((rule) => rule.asks === undefined);
  const pairs = filesOf('pairs', '.tsv');
  await printQuiet(rules, pairs);
  await printErrors(rules, filesOf('demetr', '.jsonl'));
  await printSpeed(rules, pairs);
}
