import { execFile, type ExecFileException } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, temporaryFolder, type CliResult } from '../lib/cli.ts';

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** What `npm pack --json` says of one package. */
interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const FOLDERS = new Map(
  globSync('{packages,checkers}/*/package.json', { cwd: ROOT }).map((file) => [
    manifestAt(join(ROOT, file)).name,
    dirname(join(ROOT, file)),
  ]),
);
const NAMES = [...FOLDERS.keys()].toSorted();
const wereBuilt = new Set([...FOLDERS.values()].filter((folder) => existsSync(join(folder, 'dist'))));

const VITEST =
  (manifestAt(join(ROOT, 'package.json')) as { devDependencies?: Readonly<Record<string, string>> }).devDependencies?.['vitest'] ??
  'latest';

let tarballs = '';
const packed = new Map<string, Packed>();

beforeAll(async () => {
  tarballs = await mkdtemp(join(tmpdir(), 'preflag-pack-'));
  await succeed('npx', ['turbo', 'run', 'build', '--output-logs=errors-only'], ROOT);
  const { stdout } = await succeed('npm', ['pack', '--workspaces', '--json', '--pack-destination', tarballs], ROOT);
  for (const one of JSON.parse(stdout) as Packed[]) packed.set(one.name, one);
});

afterAll(async () => {
  await rm(tarballs, { recursive: true, force: true });
  for (const folder of FOLDERS.values()) if (!wereBuilt.has(folder)) await rm(join(folder, 'dist'), { recursive: true, force: true });
});

function manifestAt(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

/** Runs a program with the node of this process. */
function execute(program: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  const env = {
    ...process.env,
    ...more,
    PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
  };
  return new Promise((resolve) =>
    execFile(program, [...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error: ExecFileException | null, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 130) : 0, stdout, stderr }),
    ),
  );
}

async function succeed(program: string, args: readonly string[], cwd: string): Promise<CliResult> {
  const result = await execute(program, args, cwd);
  if (result.code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${result.code}:\n${result.stdout}${result.stderr}`);
  return result;
}

describe.each(NAMES)('the package %s', (name) => {
  const folder = FOLDERS.get(name) ?? '';
  const paths = (): readonly string[] => packed.get(name)?.files.map(({ path }) => path) ?? [];
  const tarball = (): Promise<Uint8Array> => readFile(join(tarballs, packed.get(name)?.filename ?? ''));

  it('holds its code, its licence and its readme, and nothing else', () => {
    expect(paths()).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']));
    const known =
      /^(LICENSE|README\.md|package\.json|dist\/.+\.(js|d\.ts)|bin\/preflag\.js|bundle\/([\w.-]+\.js|LICENSES\.txt)|schema\/[a-z]+-\d\.json)$/;
    expect(paths().filter((path) => !known.test(path) || /\.test\.|(^|\/)(tests?|fixtures|__snapshots__)\//.test(path))).toEqual([]);
  });

  it('holds nothing that is left of an earlier build, or of this machine', () => {
    const built = paths().filter((path) => path.startsWith('dist/'));
    const sourceOf = (path: string): string => join(folder, path.replace(/^dist\//, 'src/').replace(/(\.d\.ts|\.js)$/, '.ts'));
    expect(built.filter((path) => !existsSync(sourceOf(path)))).toEqual([]);
    expect(built.filter((path) => readFileSync(join(folder, path), 'utf8').includes(ROOT))).toEqual([]);
  });

  it('is small', () => {
    // preflag brings the others along a second time, as one bundle.
    const [size, unpackedSize] = name === 'preflag' ? [1_500_000, 6_000_000] : [350_000, 1_500_000];
    expect(packed.get(name)?.size).toBeLessThan(size);
    expect(packed.get(name)?.unpackedSize).toBeLessThan(unpackedSize);
  });

  it('has every file that its exports name', () => {
    const { exports } = manifestAt(join(folder, 'package.json'));
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target['types'], target['default']],
    );
    const has = (target = ''): boolean => {
      const [start = '', end] = target.replace(/^\.\//, '').split('*');
      return paths().some((path) => (end === undefined ? path === start : path.startsWith(start) && path.endsWith(end)));
    };
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !has(target))).toEqual([]);
  });

  it('pins what it depends on', () => {
    const { dependencies = {} } = manifestAt(join(folder, 'package.json'));
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is clean for publint', async () => {
    const { buffer } = Uint8Array.from(await tarball());
    const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that are found and true for ES modules and bundlers', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(await tarball())));
    // The packages are ES modules and have exports: old resolution, and require from CommonJS, are no promise.
    const kept = (analysis.types ? analysis.problems : []).filter(
      (problem) => !('resolutionKind' in problem) || (problem.resolutionKind !== 'node10' && problem.resolutionKind !== 'node16-cjs'),
    );
    expect(analysis.types).not.toBe(false);
    expect(kept).toEqual([]);
  });
});

const SCRIPT = `
import { assertPasses, check } from 'preflag';
const report = await check({ files: { 'report.md': new Blob(['# Report\\n\\nAll is well.\\n']) } });
assertPasses(report);
console.log(report.verdict, report.checks.every(({ isolated }) => isolated === undefined));
`;

const AGENT = `
import { Workbook } from 'exceljs';
import type { ModuleAgent } from 'preflag';
export const agent: ModuleAgent = async (_, { files, deliver }) => {
  const workbook = new Workbook();
  workbook.addWorksheet('Sales').addRows([['Region', 'Revenue'], ['North', 1200]]);
  await files.write('sales.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  await deliver('sales.xlsx');
};
`;

const MATCHER = `
import 'preflag/vitest';
import { expect, it } from 'vitest';
it('passes', () => expect('out').toPassChecks());
it('fails', () => expect('bad').not.toPassChecks({ gate: { failOn: 'important' } }));
`;

interface ActionResult extends CliResult {
  readonly outputs: string;
  readonly summary: string;
}

/** Runs the last step of action.yml as GitHub does: the script in bash, the inputs with their defaults in the environment. */
async function runAction(cwd: string, inputs: Readonly<Record<string, string>>): Promise<ActionResult> {
  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[] };
  };
  const step = action.runs.steps.at(-1);
  const valueOf = (text: string): string =>
    text.replaceAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '');
  await using folder = await temporaryFolder({ output: '', summary: '' });
  const [output, summary] = [join(folder.path, 'output'), join(folder.path, 'summary')];
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, text]) => [name, valueOf(text)]));
  const github = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: ROOT, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
  const result = await execute('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? 'exit 99'], cwd, { ...env, ...github });
  return { ...result, outputs: await readFile(output, 'utf8'), summary: await readFile(summary, 'utf8') };
}

/** Errors of npm that mean that no registry answers, and nothing of the packages. */
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/;

/** All packages and vitest are installed, in milliseconds on a machine that has other work. */
const INSTALLING = 300_000;

describe('installed into an empty folder', () => {
  it(
    'the command line and the SDK work',
    async ({ skip }) => {
      await using folder = await temporaryFolder({
        'package.json': '{ "name": "empty", "private": true, "type": "module" }',
        'script.mjs': SCRIPT,
        'agent.ts': AGENT,
        'job.yaml': 'version: 1\nid: j\ndeliverables: [{ path: sales.xlsx, sheets: [{ name: Sales, columns: [Region, Revenue] }] }]\n',
        'out/report.md': '# Report\n\nAll is well.\n',
        'bad/empty.csv': '',
        'deliveries.test.ts': MATCHER,
      });
      const files = [...packed.values()].map(({ filename }) => join(tarballs, filename));
      const install = await execute('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...files], folder.path);
      if (install.code !== 0 && OFFLINE.test(install.stderr)) skip('No package registry answers, so that nothing can be installed.');
      expect(install.code, install.stderr).toBe(0);

      const preflag = (...args: readonly string[]): Promise<CliResult> =>
        execute(join(folder.path, 'node_modules/.bin/preflag'), args, folder.path);
      expect(await preflag('--version')).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
      expect(await preflag('check', 'out')).toMatchObject({ code: 0, stdout: expect.stringMatching(/\d+ of \d+ checks ran/), stderr: '' });
      expect(await preflag('check', 'bad')).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('The file empty.csv is empty'),
        stderr: '',
      });
      expect(await preflag('run', 'job.yaml', '--agent', 'agent.ts', '--out', 'attempts')).toMatchObject({ code: 0, stderr: '' });
      expect(await execute(process.execPath, ['script.mjs'], folder.path)).toEqual({ code: 0, stdout: 'pass true\n', stderr: '' });

      const action = (inputs: Readonly<Record<string, string>>): Promise<ActionResult> => runAction(folder.path, inputs);
      expect(await action({ path: 'out' })).toMatchObject({ code: 0, outputs: 'verdict=pass\nsarif=preflag.sarif\n', stderr: '' });
      const failed = await action({ path: 'bad', job: 'job.yaml', args: '--only\nintegrity/*\n', sarif: 'out of the way.sarif' });
      expect(failed).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/^::error file=.*empty\.csv/m),
        outputs: 'verdict=fail\nsarif=out of the way.sarif\n',
        summary: expect.stringContaining('preflag: fail'),
      });
      expect(JSON.parse(await readFile(join(folder.path, 'out of the way.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
      expect(await action({ path: '$(touch owned); out' })).toMatchObject({ code: 2, outputs: expect.stringContaining('verdict=error') });
      expect(existsSync(join(folder.path, 'owned'))).toBe(false);

      const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as [
        { readonly entry: string; readonly files: string },
      ];
      const [program = '', ...entry] = hook.entry.split(' ');
      expect(['bad/empty.csv', 'a.tar'].map((path) => new RegExp(hook.files).test(path))).toEqual([true, false]);
      expect(await execute(program, [...entry, 'out/report.md', 'bad/empty.csv'], folder.path)).toMatchObject({ code: 1 });
      expect(await execute(program, [...entry, 'out/report.md'], folder.path)).toMatchObject({ code: 0 });

      const matcher = await execute('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `vitest@${VITEST}`], folder.path);
      expect(matcher.code, matcher.stderr).toBe(0);
      expect(await execute('npx', ['vitest', 'run'], folder.path)).toMatchObject({ code: 0, stdout: expect.stringMatching(/2 passed/) });
      const tsc = [join(ROOT, 'node_modules/.bin/tsc'), '--noEmit', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck'];
      const types = await execute(process.execPath, [...tsc, '--lib', 'es2024,esnext.disposable,dom', 'deliveries.test.ts'], folder.path);
      expect(types).toMatchObject({ code: 0 });
    },
    INSTALLING,
  );
});
