/** Writes what follows from the folders and the rules: registries, rule pages, JSON schemas, licences. `--check` only compares. */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Checker } from '@preflag/core';
import { BASELINE_SCHEMA } from '@preflag/core/baseline';
import { DECISIONS_SCHEMA } from '@preflag/core/decisions';
import { JOB_SCHEMA } from '@preflag/core/job';
import { REPORT_LINE_SCHEMA, REPORT_SCHEMA } from '@preflag/core/report';
import { CONFIG_SCHEMA } from '../packages/preflag/src/config/schema.ts';
import { pageBundle } from './lib/page-bundle.ts';
import { plantsRegistry, rulesRegistry } from './lib/registries.ts';
import { ruleFolders } from './lib/rule-folders.ts';
import { limitsPage } from './lib/limits-page.ts';
import { rulePage, rulesIndex } from './lib/rule-pages.ts';

const root = dirname(import.meta.dirname);
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

const folders = ruleFolders(root);
const names = [...new Set(folders.map(({ checker }) => checker))];
for (const name of names) {
  const own = folders.filter(({ checker }) => checker === name);
  put(`checkers/${name}/src/rules.generated.ts`, rulesRegistry(own));
  put(`checkers/${name}/src/plants.ts`, plantsRegistry(own));
}

const checkers = await Promise.all(
  names.map(
    async (name) => ((await import(pathToFileURL(join(root, `checkers/${name}/src/index.ts`)).href)) as { checker: Checker }).checker,
  ),
);
put('docs/rules/README.md', rulesIndex(checkers));
for (const rule of checkers.flatMap(({ rules }) => rules)) put(`docs/rules/${rule.id}.md`, rulePage(rule));
removeOldPages(new Set(checkers.flatMap(({ rules }) => rules.map(({ id }) => `${id}.md`))));

put('docs/limits.md', limitsPage());
const schemas = {
  job: JOB_SCHEMA,
  report: REPORT_SCHEMA,
  jsonl: REPORT_LINE_SCHEMA,
  config: CONFIG_SCHEMA,
  baseline: BASELINE_SCHEMA,
  decisions: DECISIONS_SCHEMA,
};
for (const [name, schema] of Object.entries(schemas)) put(`packages/preflag/schema/${name}-1.json`, `${JSON.stringify(schema, null, 2)}\n`);

put('packages/reporters/src/html/page.generated.ts', await pageBundle(root));

// npm packs a licence only from the package's own folder.
const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
for (const manifest of globSync('{packages,checkers}/*/package.json', { cwd: root })) put(join(dirname(manifest), 'LICENSE'), licence);

if (stale.length > 0) {
  console.error(`Not current: ${stale.join(', ')}.\nRun: npm run generate`);
  process.exitCode = 1;
} else console.log(isCheck ? 'Everything that is generated is current.' : 'Generated.');

function put(path: string, text: string): void {
  const full = join(root, path);
  if (existsSync(full) && readFileSync(full, 'utf8') === text) return;
  if (isCheck) {
    stale.push(path);
    return;
  }
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

function removeOldPages(current: ReadonlySet<string>): void {
  const pages = join(root, 'docs/rules');
  for (const file of readdirSync(pages, { recursive: true, encoding: 'utf8' })) {
    const path = relative(pages, join(pages, file)).replaceAll('\\', '/');
    if (!path.endsWith('.md') || path === 'README.md' || current.has(path)) continue;
    if (isCheck) stale.push(`docs/rules/${path}`);
    else rmSync(join(pages, file));
  }
}
