/**
 * Bundles the CLI, the check worker and the checkers into packages/preflag/bundle: most of the time of a small check is loading
 * some 900 modules one by one. What is loaded seldom (agents, sandbox, wasm, pdf) stays a package of its own.
 */
import { globSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';

const root = dirname(import.meta.dirname);
const folder = join(root, 'packages/preflag');
const out = join(folder, 'bundle');

const checkers = globSync('dist/checkers/*.js', { cwd: folder }).map((file) => [`checker-${basename(file, '.js')}`, join(folder, file)]);

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { cli: join(folder, 'dist/cli/main.js'), worker: join(folder, 'dist/check/worker.js'), ...Object.fromEntries(checkers) },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // Names stay, for the traces of errors.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  external: ['@preflag/agents', '@preflag/runs', '@preflag/sandbox', '@ironcalc/wasm', 'unpdf'],
  // Packages in CommonJS ask for modules of Node by require.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(join(out, 'LICENSES.txt'), licencesOf(metafile));

/** The licences of the packages whose code is in the bundle, as these ask for. */
function licencesOf({ inputs }: Metafile): string {
  const packages = new Set(Object.keys(inputs).flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const texts = [...packages].toSorted().map((path) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license?: string;
      author?: string | { readonly name?: string };
    };
    const file = readdirSync(join(root, path)).find((candidate) => /^licen[cs]e(\.|-|$)/i.test(candidate));
    const by = typeof author === 'string' ? author : author?.name;
    const text = file ? readFileSync(join(root, path, file), 'utf8').trim() : `${license ?? 'no licence named'}${by ? `, ${by}` : ''}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `The code of these packages is part of the files beside this one.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
