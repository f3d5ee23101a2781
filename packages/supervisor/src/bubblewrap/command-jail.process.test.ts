import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { watchTree } from '../tree-watch.ts';
import { newJailUser } from './jail-user.ts';
import { startJailed } from './start-jailed.ts';
import { ALLOWED_TO_COMMANDS, CLONE3, DENIED_CALLS } from './syscalls.ts';
import { tryCommandJail } from './try-command-jail.ts';

const obstacle = await tryCommandJail();
if (obstacle) process.stdout.write(`Skipped, since ${obstacle.cause}: the tests of the jail for commands.\n`);

const JAIL = {
  read: new Map(),
  write: new Map(),
  scratch: ['/tmp'],
  scratchBytes: 1024 * 1024,
  env: { PATH: '/usr/bin:/bin', SECRET: 'of the command' },
  cwd: '/tmp',
};

async function run(
  argv: readonly string[],
  input?: string,
): Promise<{ stdout: string; stderr: string; exitCode: number | null; isStarted: boolean }> {
  const started = startJailed({ argv, jail: JAIL, hasInput: input !== undefined, resources: { openFiles: 64, fileBytes: 1000 } });
  started.stdin?.end(input);
  const [stdout, stderr] = await Promise.all(
    [started.stdout, started.stderr].map((stream) => (stream ? text(stream) : Promise.resolve(''))),
  );
  const { exitCode, isStarted } = await started.end;
  return { stdout: stdout ?? '', stderr: stderr ?? '', exitCode, isStarted };
}

describe.skipIf(obstacle !== undefined)('a command in bubblewrap', () => {
  test('has its streams, its exit code and its environment', async () => {
    expect(await run(['sh', '-c', 'cat; echo "$SECRET" >&2; exit 7'], 'given')).toEqual({
      stdout: 'given',
      stderr: 'of the command\n',
      exitCode: 7,
      isStarted: true,
    });
    expect(await run(['sh', '-c', 'kill -SEGV $$'])).toMatchObject({ exitCode: 139, isStarted: true });
    expect(await run(['no-such-program'])).toMatchObject({
      stderr: expect.stringContaining('no-such-program'),
      exitCode: expect.not.toBeOneOf([0]),
    });
  });

  test('is told by no argument of any process what it is given', async () => {
    const { stdout } = await run(['cat', '/proc/1/cmdline', '/proc/1/environ']);
    expect(stdout.split('\0').slice(1, 6)).toEqual(['--args', '3', '--json-status-fd', '5', '--']);
    expect(stdout).not.toContain('of the command');
  });

  test('has the limits of the kernel', async () => {
    const { stdout } = await run(['cat', '/proc/self/limits']);
    const limitOf = (name: string): string | undefined => new RegExp(`^Max ${name} +\\d+ +(\\d+)`, 'm').exec(stdout)?.[1];
    expect(['open files', 'file size', 'core file size'].map(limitOf)).toEqual(['64', '1000', '0']);
  });

  test('is killed with all that it started', async () => {
    const started = startJailed({ argv: ['sh', '-c', 'setsid sleep 4242 & echo; sleep 4242'], jail: JAIL, hasInput: false });
    await new Promise((resolve) => started.stdout?.once('data', resolve));
    started.kill();
    expect(await started.end).toEqual({ isStarted: true, exitCode: null });
    expect(existsSync(`/proc/${started.initPid()}/root`)).toBe(false);
  });

  test('is killed when it does nothing but fork', async () => {
    // A shell that cannot fork any more ends by itself, where the kernel's limit comes before the watch; this one stays.
    const bomb = "trap 'while :; do :; done' EXIT; while :; do sleep 4242 & done";
    const user = newJailUser();
    // The kernel's limit keeps the machine well meanwhile.
    const started = startJailed({
      argv: ['sh', '-c', bomb],
      jail: JAIL,
      hasInput: false,
      resources: { tasks: 1000 },
      ...(user !== undefined && { user }),
    });
    started.stdout?.resume();
    started.stderr?.resume();
    const found = await new Promise((resolve) => watchTree(started.pid, { bytes: Infinity, cpuMs: Infinity, tasks: 50 }, resolve));
    started.kill();
    expect([found, await started.end]).toEqual(['tasks', { isStarted: true, exitCode: null }]);
  });

  test.skipIf(!existsSync('/usr/bin/perl') || !['x64', 'arm64'].includes(process.arch))('is refused each call of the list', async () => {
    const column = process.arch === 'x64' ? 0 : 1;
    const calls = Object.entries({ ...DENIED_CALLS, clone3: CLONE3 }).flatMap(([name, numbers]) =>
      numbers[column] === undefined || ALLOWED_TO_COMMANDS.has(name) ? [] : [[name, numbers[column]] as const],
    );
    const script = calls.map(([name, number]) => `syscall(${number}, -1, -1, -1, -1, -1); print "${name} ", $!+0, "\\n";`).join('');
    const { stdout } = await run(['/usr/bin/perl', '-e', script]);
    expect(stdout.trim().split('\n')).toEqual(calls.map(([name]) => `${name} ${name === 'clone3' ? 38 : 1}`));
  });
});
