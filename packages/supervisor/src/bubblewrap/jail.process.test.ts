import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoots, readPermission, request, sourceCondition, spawnChild } from '../index.ts';
import { findBubblewrap, jailCommand } from './jail.ts';
import { runInJail, tryJail } from './try-jail.ts';
import { CLONE3, DENIED_CALLS } from './syscalls.ts';

const ENTRY = new URL('../../tests/children/hostile.ts', import.meta.url);
const { folders, links } = packageRoots(ENTRY);
const JAIL = { read: folders, links };
const obstacle = tryJail(JAIL);
if (obstacle) process.stdout.write(`Skipped, since ${obstacle.cause}: the tests of bubblewrap.\n`);

const isEcho = (header: unknown): header is { readonly echo: string } => typeof header === 'object' && header !== null && 'echo' in header;
const options = { entry: ENTRY, check: isEcho, execArgv: sourceCondition(), limits: { bytes: 300 * 1024 * 1024 }, jail: JAIL };
const secret = mkdtempSync(join(tmpdir(), 'preflag-test-'));
writeFileSync(join(secret, 'secret'), 'canary');
const started: ReturnType<typeof spawnChild>[] = [];

afterAll(() => Promise.all(started.map((child) => child.kill())));

describe.skipIf(obstacle !== undefined)('a child in bubblewrap', () => {
  test('talks, and its limits are kept', async () => {
    const child = spawnChild({ ...options, execArgv: [...sourceCondition(), ...readPermission([...folders, ...links.keys()])] });
    started.push(child);
    const body = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    expect(await request(child, { do: 'echo', text: 'Größe' }, body, { ms: 10_000 })).toEqual({
      message: { header: { echo: 'Größe' }, body },
    });
    expect(await request(child, { do: 'allocate' }, undefined, { ms: 30_000 })).toMatchObject({ end: { reason: 'memory_limit' } });
    const other = spawnChild(options);
    started.push(other);
    child.deadline(undefined);
    expect(await request(other, { do: 'loop' }, undefined, { ms: 500 })).toMatchObject({ end: { reason: 'timeout' } });
  });

  test.each(['fork', 'daemon'])('cannot start a process (%s)', async (action) => {
    const child = spawnChild(options);
    started.push(child);
    const answer = await request(child, { do: action }, undefined, { ms: 10_000 });
    expect('end' in answer && [answer.end.reason, answer.end.stderrTail]).toEqual(['crashed', expect.stringContaining('spawn EPERM')]);
  });

  test('sees nothing of the machine and writes nowhere', () => {
    const seen = inJail(`
      const fs = require('node:fs');
      const codeOf = (call) => { try { return String(call()); } catch (error) { return error.code; } };
      console.log(JSON.stringify({
        secret: codeOf(() => fs.readFileSync(${JSON.stringify(join(secret, 'secret'))}, 'utf8')),
        passwd: codeOf(() => fs.readFileSync('/etc/passwd', 'utf8')),
        environ: codeOf(() => fs.readFileSync('/proc/1/environ', 'utf8')),
        tmp: codeOf(() => fs.writeFileSync('/tmp/x', '')),
        root: codeOf(() => fs.writeFileSync('/x', '')),
        own: codeOf(() => fs.writeFileSync(${JSON.stringify(join(folders[0] ?? '', 'x'))}, '')),
        env: Object.keys(process.env), host: require('node:os').hostname(), pid: process.pid,
        interfaces: codeOf(() => Object.keys(require('node:os').networkInterfaces())),
      }));`);
    expect(JSON.parse(seen)).toEqual({
      secret: 'ENOENT',
      passwd: 'ENOENT',
      environ: 'ENOENT',
      tmp: expect.stringMatching(/ENOENT|EROFS/),
      root: 'EROFS',
      own: 'EROFS',
      env: ['PWD'],
      host: 'sandbox',
      pid: 2,
      interfaces: 'ERR_SYSTEM_ERROR',
    });
  });

  test('has no sockets', () => {
    const seen = inJail(`
      const net = require('node:net');
      for (const to of [{ port: 80, host: '127.0.0.1' }, { port: 80, host: '::1' }, { path: '\\0abstract' }, { path: '/run/x' }])
        net.connect(to).on('error', ({ code }) => console.log(code));
      net.createServer().on('error', ({ code }) => console.log(code)).listen(0);
      require('node:dgram').createSocket('udp4').on('error', ({ code }) => console.log(code)).bind(0);`);
    expect(seen.trim().split('\n')).toEqual(Array(6).fill('EPERM'));
  });

  test.skipIf(!existsSync('/usr/bin/perl') || !['x64', 'arm64'].includes(process.arch))('is refused each call of the list', () => {
    const column = process.arch === 'x64' ? 0 : 1;
    const calls = Object.entries({ ...DENIED_CALLS, clone3: CLONE3 }).flatMap(([name, numbers]) =>
      numbers[column] === undefined ? [] : [[name, numbers[column]] as const],
    );
    const script = calls.map(([name, number]) => `syscall(${number}, -1, -1, -1, -1, -1); print "${name} ", $!+0, "\\n";`).join('');
    const jailed = jailCommand({ read: ['/usr', '/lib', '/lib64'].filter((path) => existsSync(path)), links: new Map() }, 0);
    const [program = '', ...args] = jailed?.command.slice(0, -1) ?? [];
    const { stdout } = spawnSync(program, [...args, '/usr/bin/perl', '-e', script], { input: jailed?.filter ?? '', encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toEqual(calls.map(([name]) => `${name} ${name === 'clone3' ? 38 : 1}`));
  });
});

test.skipIf(obstacle?.cause !== 'bubblewrap is not installed')('without bubblewrap no child is started', () => {
  expect(findBubblewrap()).toBe(undefined);
  expect(() => spawnChild(options)).toThrow(expect.objectContaining({ code: 'sandbox' }));
});

/** What Node prints in the jail, without the permission model. */
function inJail(script: string): string {
  return runInJail(JAIL, ['-e', script])?.stdout ?? '';
}
