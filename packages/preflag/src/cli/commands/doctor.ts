import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '@preflag/core';
import { print } from '../lib/output.ts';
import { EXIT, type Verb } from '../lib/verb.ts';

export const doctorVerb: Verb = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'Tries every layer on this machine and says what to do about those that do not hold.',
  flags: {},
  examples: ['preflag doctor'],
  async run() {
    const results = [];
    for (const probe of PROBES) results.push({ ...probe, ...(await tried(probe)) });
    const width = Math.max(...results.map(({ name }) => name.length));
    const lines = results.map(
      ({ name, isFine, text, fix }) =>
        `${isFine ? '✔' : '✖'} ${name.padEnd(width)}  ${text}${isFine ? '' : `\n  ${' '.repeat(width)}  ${fix}`}`,
    );
    const failed = results.filter(({ isFine }) => !isFine).length;
    await print(
      `${lines.join('\n')}\n\n${failed === 0 ? 'Every layer holds.' : `${failed} of ${results.length} layers do not hold.`} The sandbox level in force is standard; strict is not there yet.\n`,
    );
    return failed === 0 ? EXIT.pass : EXIT.incomplete;
  },
};

interface Probe {
  readonly name: string;
  /** What to do when it does not hold. */
  readonly fix: string;
  /** Says what was seen; throws when the layer does not hold. */
  readonly try: () => string | Promise<string>;
}

const PROBES: readonly Probe[] = [
  {
    name: 'Node',
    fix: 'Install Node 24 or newer.',
    try: () => {
      if (Number(process.versions.node.split('.')[0]) < 24) throw new Error(`this is Node ${process.versions.node}`);
      return process.versions.node;
    },
  },
  {
    name: 'temporary files',
    fix: `Make ${tmpdir()} writable, or set TMPDIR.`,
    try: () => inTemporaryFolder(async () => `${tmpdir()} can be written`),
  },
  {
    name: 'permission model',
    fix: 'Use a Node that was built with the permission model (--permission).',
    try: () => {
      const { stdout } = spawnSync(process.execPath, ['--permission', '-e', WRITE_ATTEMPT], { encoding: 'utf8' });
      if (stdout.trim() !== 'ERR_ACCESS_DENIED') throw new Error('a process under --permission could write a file');
      return 'a process under --permission cannot write files';
    },
  },
  {
    name: 'check worker',
    fix: 'Run npm install again; the packages of preflag must stand beside each other.',
    try: async () => {
      const { check } = await import('../../check/check.ts');
      const { summary } = await check({ files: { 'a.md': new TextEncoder().encode('# A\n\nText.\n') } });
      if (summary.checks.errored > 0 || summary.checks.passed === 0) throw new Error('it ran no checks');
      return `ran ${summary.checks.passed} checks in ${summary.durationMs} ms`;
    },
  },
  {
    name: 'memory watch',
    fix: 'On Linux /proc must be mounted; elsewhere ps must be installed.',
    try: () => {
      if (process.platform === 'linux' && existsSync('/proc/self/statm')) return 'by /proc';
      if (spawnSync('ps', ['-o', 'rss=', '-p', String(process.pid)]).status === 0) return 'by ps';
      throw new Error('the memory of other processes cannot be seen');
    },
  },
  { name: 'sandbox', fix: 'Run npm install again, so that isolated-vm brings its binary for this system.', try: trySandbox },
  { name: 'sandbox walls', fix: 'Please report this: an agent could go on after its time.', try: tryWalls },
  { name: 'agent modules', fix: 'Run npm install again, so that esbuild brings its binary for this system.', try: tryModule },
];

const WRITE_ATTEMPT =
  "try { require('node:fs').writeFileSync(require('node:path').join(require('node:os').tmpdir(), 'preflag-doctor'), ''); console.log('written') } catch (error) { console.log(error.code) }";

async function tried(probe: Probe): Promise<{ isFine: boolean; text: string }> {
  try {
    return { isFine: true, text: await probe.try() };
  } catch (error) {
    return { isFine: false, text: messageOf(error) };
  }
}

async function trySandbox(): Promise<string> {
  const { createSandbox } = await import('@preflag/sandbox');
  await using sandbox = createSandbox();
  const { status, reason, result, usage } = await sandbox.run({
    code: 'export default () => typeof process + typeof require + typeof WebAssembly;',
    task: {},
  });
  if (status !== 'ok') throw new Error(`a run ended as ${status}: ${reason}`);
  if (result !== 'undefinedundefinedundefined') throw new Error(`code inside can reach ${String(result)}`);
  return `level ${sandbox.level}, a run takes ${Math.round(usage.wallMs)} ms and sees no process, require or WebAssembly`;
}

async function tryWalls(): Promise<string> {
  const { createSandbox } = await import('@preflag/sandbox');
  await using sandbox = createSandbox();
  const { status, usage } = await sandbox.run({ code: 'export default () => { for (;;); };', task: {}, limits: { runMs: 300 } });
  if (status !== 'timeout') throw new Error(`an endless loop ended as ${status}`);
  return `an endless loop with 300 ms was ended after ${Math.round(usage.wallMs)} ms`;
}

async function tryModule(): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'agent.ts');
    await writeFile(
      file,
      "export const agent = async (_: object, { files, deliver }: any) => { await files.write('a.md', 'x'); await deliver('a.md'); return 'done'; };\n",
    );
    const [{ agents }, { parseJob }] = await Promise.all([import('@preflag/agents'), import('@preflag/core/job')]);
    const { job } = parseJob('{"version":1,"id":"doctor","deliverables":["a.md"]}', 'job');
    const { status, reason, files } = await agents.module(file).run({ job, brief: '', inputs: {}, attempt: 1 });
    if (status !== 'ok' || files['a.md'] === undefined) throw new Error(`an agent ended as ${status}: ${reason}`);
    return 'a TypeScript agent was bundled, ran and delivered';
  });
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'preflag-doctor-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
