import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '@preflag/core';
import type { SandboxLevel } from '@preflag/sandbox';
import { findBubblewrap, HAS_PRLIMIT, runInJail, tryJail } from '@preflag/supervisor';
import { print } from '../lib/print.ts';
import { EXIT, type Verb } from '../lib/verb.ts';

export const doctorVerb: Verb = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'Tries every layer on this machine and says what to do about those that do not hold.',
  flags: {},
  examples: ['preflag doctor'],
  async run() {
    const results: Result[] = [];
    for (const probe of PROBES) results.push({ ...probe, ...(await tried(probe)) });
    const width = Math.max(...results.map(({ name }) => name.length));
    await print(`${results.map((result) => line(result, width)).join('\n')}\n\n${summary(results)}\n`);
    return results.every(({ isFine, isForStrict }) => isFine || isForStrict) ? EXIT.pass : EXIT.incomplete;
  },
};

function line({ name, isFine, isForStrict, text, fix }: Result, width: number): string {
  const mark = isFine ? '✔' : isForStrict ? '○' : '✖';
  const indent = ' '.repeat(width + 4);
  return `${mark} ${name.padEnd(width)}  ${text}${isFine ? '' : `\n${indent}${fix.replaceAll('\n', `\n${indent}`)}`}`;
}

/** The layers of strict are extra: without them this machine is not broken. */
function summary(results: readonly Result[]): string {
  const failed = results.filter(({ isFine, isForStrict }) => !isFine && !isForStrict).length;
  const isStrict = results.every(({ isFine, isForStrict }) => isFine || !isForStrict);
  const needed = failed === 0 ? 'Every layer of the sandbox level standard holds' : `${failed} of ${results.length} layers do not hold`;
  return isStrict
    ? `${needed}${failed === 0 ? ', and every layer of strict' : ''}.`
    : `${needed}. The level strict is not to be had here, and is refused where it is asked for.`;
}

interface Probe {
  readonly name: string;
  /** True for what only the sandbox level strict needs. */
  readonly isForStrict?: boolean;
  /** What to do when it does not hold. */
  readonly fix: string;
  /** Says what was seen; throws when the layer does not hold. What is thrown may have an own `fix`. */
  readonly try: () => string | Promise<string>;
}

interface Result extends Probe {
  readonly isFine: boolean;
  readonly text: string;
}

class NotHeld extends Error {
  readonly fix: string;

  constructor(text: string, fix: string) {
    super(text);
    this.fix = fix;
  }
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
  {
    name: 'sandbox',
    fix: 'Run npm install again, so that isolated-vm brings its binary for this system.',
    try: () => trySandbox('standard'),
  },
  { name: 'sandbox walls', fix: 'Please report this: an agent could go on after its time.', try: tryWalls },
  {
    name: 'resource limits',
    fix: 'On Linux install util-linux, which brings /usr/bin/prlimit.',
    try: () => {
      if (process.platform !== 'linux') return 'of Linux only; the watch of the parent is in force';
      if (!HAS_PRLIMIT) throw new Error('prlimit is not there: only the watch of the parent limits memory');
      return 'by prlimit: memory, open files, written bytes, no core files';
    },
  },
  { name: 'namespaces', isForStrict: true, fix: 'See docs/sandbox.md.', try: tryNamespaces },
  { name: 'seccomp', isForStrict: true, fix: 'See docs/sandbox.md.', try: trySeccomp },
  { name: 'strict sandbox', isForStrict: true, fix: 'See the layers above.', try: () => trySandbox('strict') },
  { name: 'commands', isForStrict: true, fix: 'See docs/sandbox.md.', try: tryCommand },
  { name: 'strict checks', isForStrict: true, fix: 'See the layers above.', try: tryStrictCheck },
  { name: 'agent modules', fix: 'Run npm install again, so that esbuild brings its binary for this system.', try: tryModule },
];

const WRITE_ATTEMPT =
  "try { require('node:fs').writeFileSync(require('node:path').join(require('node:os').tmpdir(), 'preflag-doctor'), ''); console.log('written') } catch (error) { console.log(error.code) }";

async function tried({ fix, try: attempt }: Probe): Promise<Pick<Result, 'isFine' | 'text' | 'fix'>> {
  try {
    return { isFine: true, text: await attempt(), fix };
  } catch (error) {
    return { isFine: false, text: messageOf(error), fix: error instanceof NotHeld ? error.fix : fix };
  }
}

async function trySandbox(level: SandboxLevel): Promise<string> {
  const { createSandbox } = await import('@preflag/sandbox');
  await using sandbox = await createSandbox({ level });
  const { status, reason, result, usage } = await sandbox.run('export default () => typeof process + typeof require + typeof WebAssembly;');
  if (status !== 'ok') throw new Error(`a run ended as ${status}: ${reason}`);
  if (result !== 'undefinedundefinedundefined') throw new Error(`code inside can reach ${JSON.stringify(result)}`);
  return `level ${sandbox.level}, a run takes ${Math.round(usage.wallMs)} ms and sees no process, require or WebAssembly`;
}

/** Which of the paths are there, and whether something can be written. */
const outsideAttempt = (paths: readonly string[]): string => `
const fs = require('node:fs');
const seen = ${JSON.stringify(paths)}.filter((path) => fs.existsSync(path));
try { fs.writeFileSync('/preflag-doctor', ''); seen.push('a writable root'); } catch {}
console.log(seen.join(', '));`;
const SOCKET_ATTEMPT = "require('node:net').connect(1, '127.0.0.1').on('error', ({ code }) => console.log(code));";

async function tryNamespaces(): Promise<string> {
  const { jailOfWorker } = await import('@preflag/sandbox');
  const obstacle = tryJail(jailOfWorker());
  if (obstacle) throw new NotHeld(obstacle.cause, obstacle.fix);
  const seen = await inTemporaryFolder(async (folder) => {
    const canary = join(folder, 'canary');
    await writeFile(canary, '');
    return runInJail(jailOfWorker(), ['-e', outsideAttempt([canary, '/etc/passwd', '/proc/self', '/sys/kernel'])])?.stdout.trim();
  });
  if (seen !== '') throw new Error(`a process in bubblewrap saw ${seen ?? 'nothing, since it did not start'}`);
  return `${findBubblewrap() ?? 'bwrap'}: a process in it sees no files of this machine and cannot write`;
}

async function trySeccomp(): Promise<string> {
  const { jailOfWorker } = await import('@preflag/sandbox');
  const code = runInJail(jailOfWorker(), ['-e', SOCKET_ATTEMPT])?.stdout.trim();
  if (code !== 'EPERM') throw new Error(code ? `socket() ended with ${code}, not with EPERM` : 'no filter can be set, see namespaces');
  return 'socket() ends with EPERM in it';
}

async function tryCommand(): Promise<string> {
  const { runCommand } = await import('@preflag/sandbox');
  const seen = await inTemporaryFolder(async (folder) => {
    const canary = join(folder, 'canary');
    await writeFile(canary, '');
    const script = `cp in out; for path in ${canary} /root /home/*; do [ -e "$path" ] && [ "$path" != /home/agent ] && echo "$path"; done; cat /sys/class/net/*/address 2>/dev/null | grep -v '^00:00:00:00:00:00'; true`;
    const { status, reason, stdout, files } = await runCommand({ argv: ['sh', '-c', script], files: { in: Buffer.from('x') } });
    if (status !== 'ok' || files['out'] === undefined) throw new Error(`a command ended as ${status}: ${reason}`);
    return stdout.head.trim();
  });
  if (seen !== '') throw new Error(`a command can see ${seen.replaceAll('\n', ', ')}`);
  return 'a shell script ran on a copied workspace and sees no files or network of this machine';
}

async function tryStrictCheck(): Promise<string> {
  const { check } = await import('../../check/check.ts');
  const { summary } = await check({ files: { 'a.md': new TextEncoder().encode('# A\n\nText.\n') } }, { sandbox: 'strict' });
  if (summary.checks.errored > 0 || summary.checks.passed === 0) throw new Error('it ran no checks');
  return `ran ${summary.checks.passed} checks in bubblewrap in ${summary.durationMs} ms`;
}

async function tryWalls(): Promise<string> {
  const { createSandbox } = await import('@preflag/sandbox');
  await using sandbox = await createSandbox();
  const { status, usage } = await sandbox.run('for (;;);', { limits: { runMs: 300 } });
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
