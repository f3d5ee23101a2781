/** `npm run new:rule <checker> <group>/<id>`: makes a rule folder that passes its tests at once, to be edited into the wanted rule. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportName, ruleFolders } from './lib/rule-folders.ts';
import { ruleTemplate, type TemplateKind } from './lib/rule-template.ts';

const USAGE = 'Usage: npm run new:rule <checker> <group>/<id>, for example: npm run new:rule spreadsheet values/date-typed-as-text';
const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** One word says too little of a failure, and could be a word of JavaScript. */
const SEVERAL_WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
/** What the rules of a checker mostly read; documents, where nothing is said. */
const KINDS: Readonly<Record<string, TemplateKind>> = { integrity: 'manifest', spreadsheet: 'workbook', 'data-update': 'workbook' };

const root = dirname(import.meta.dirname);
const [checker = '', path = '', ...more] = process.argv.slice(2);
const [group = '', name = '', ...deeper] = path.split('/');
const checkers = readdirSync(join(root, 'checkers')).filter((folder) => existsSync(join(root, 'checkers', folder, 'package.json')));

const refusal = refuse();
if (refusal === undefined) makeRule();
else {
  console.error(refusal);
  process.exitCode = 2;
}

/** Why there can be no such rule; `undefined` when there can. */
function refuse(): string | undefined {
  if (checker === '' || path === '') return USAGE;
  if (more.length > 0) return `There is something too much: '${more.join(' ')}'. ${USAGE}`;
  if (!checkers.includes(checker)) return `There is no checker '${checker}'. There are: ${checkers.toSorted().join(', ')}.`;
  if (name === '' || deeper.length > 0) return `'${path}' is not of the form <group>/<id>. ${USAGE}`;
  if (!WORDS.test(group)) return `The group '${group}' must be words in lower case that are joined by hyphens, such as values.`;
  if (!SEVERAL_WORDS.test(name))
    return `The id '${name}' must name the failure in two or more words in lower case that are joined by hyphens, such as row-lost.`;
  const same = ruleFolders(root).find((folder) => folder.checker === checker && exportName(folder.name) === exportName(name));
  if (same) return `There is a rule ${checker}/${same.name} already, in checkers/${checker}/src/rules/${same.group}/${same.name}.`;
  const folder = `checkers/${checker}/src/rules/${group}/${name}`;
  return existsSync(join(root, folder)) ? `There is something at ${folder} already.` : undefined;
}

function makeRule(): void {
  const folder = `checkers/${checker}/src/rules/${group}/${name}`;
  const kind = KINDS[checker] ?? 'document';
  mkdirSync(join(root, folder), { recursive: true });
  for (const [file, text] of Object.entries(ruleTemplate(kind, checker, name))) writeFileSync(join(root, folder, file), text);
  run('node_modules/oxfmt/bin/oxfmt', folder);
  run('--conditions=@preflag/source', 'scripts/generate.ts');
  console.log(
    `Made ${checker}/${name} in ${folder}.\nEdit its three files where they say EDIT ME, then: npx vitest run --project unit ${folder}`,
  );
}

/** Runs a program of the repository, silent unless it fails; then this program ends as it did. */
function run(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}
