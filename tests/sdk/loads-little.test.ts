import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ROOT, temporaryFolder } from '../lib/cli.ts';

/** Prints every module that is resolved, in this process; packages by name, files relative to the repository. */
const SPY = `
import { registerHooks } from 'node:module';
import { writeFileSync } from 'node:fs';
const seen = new Set();
registerHooks({ resolve(specifier, context, next) { const found = next(specifier, context); seen.add(found.url); return found; } });
process.on('exit', () => writeFileSync(process.env.SEEN, JSON.stringify([...seen])));
`;

/** The packages and own packages that a script loads. */
async function packagesOf(script: string): Promise<readonly string[]> {
  await using folder = await temporaryFolder({ 'spy.mjs': SPY, 'a.md': '# Report\\n\\nAll is well.\\n' });
  const seen = join(folder.path, 'seen.json');
  await promisify(execFile)(
    process.execPath,
    ['--conditions=@preflag/source', '--import', pathToFileURL(join(folder.path, 'spy.mjs')).href, '--input-type=module', '--eval', script],
    { cwd: ROOT, env: { PATH: process.env['PATH'], SEEN: seen, FILE: join(folder.path, 'a.md') } },
  );
  const urls = JSON.parse(await readFile(seen, 'utf8')) as string[];
  const root = pathToFileURL(`${ROOT}/`).href;
  const names = urls
    .filter((url) => url.startsWith(root))
    .map(
      (url) =>
        /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(url)?.[1] ?? url.slice(root.length).split('/').slice(0, 2).join('/'),
    );
  return [...new Set(names)].toSorted();
}

const HEAVY = new Set(['isolated-vm', 'openai', 'esbuild', 'exceljs', 'docx']);

describe('using check alone loads little', () => {
  it('when preflag is imported', async () => {
    const packages = await packagesOf("await import('preflag');");
    expect(packages).toContain('packages/preflag');
    expect(packages.filter((name) => HEAVY.has(name))).toEqual([]);
  });

  it('when a file is checked', async () => {
    const packages = await packagesOf(
      "const { check } = await import('preflag'); const { verdict } = await check(process.env.FILE); if (verdict !== 'pass') throw new Error(verdict);",
    );
    expect(packages).toContain('packages/supervisor');
    expect(packages.filter((name) => HEAVY.has(name))).toEqual([]);
  });
});
