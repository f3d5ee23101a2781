import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { createServer, type Server } from 'node:net';
import { type CommandRun, runCommand } from '@preflag/sandbox';
import { tryCommandJail } from '@preflag/supervisor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../../lib/cli.ts';
import { type Attack, ATTACKS, LIMITS } from './attacks.ts';

const CANARY = 'canary-5e2a';
process.env['PREFLAG_TEST_SECRET'] = CANARY;
process.env['LD_PRELOAD_OF_TEST'] = CANARY;
const runs = await temporaryFolder();
// Each run has its folder there, so that what is left over is seen.
process.env['TMPDIR'] = runs.path;
// So that root can give the folder of a run to a user of its own, as it does in /tmp.
await chmod(runs.path, 0o711);

const obstacle = await tryCommandJail();
if (obstacle) process.stdout.write(`The attacks of commands are skipped: ${obstacle.cause}\n`);
const needOf = ({ python, needs }: Attack): string | undefined => needs ?? (python === undefined ? undefined : '/usr/bin/python3');
const absent = new Set(ATTACKS.flatMap((attack) => needOf(attack) ?? []).filter((program) => !existsSync(program)));
for (const program of absent) process.stdout.write(`The attacks that need ${program} are skipped: it is not there\n`);

let port = 0;
const servers: Server[] = [];
const HEARD: string[] = [];

beforeAll(async () => {
  for (const where of [{ port: 0, host: '127.0.0.1' }, { path: '\0preflag-test-attack-66' }]) {
    const server = createServer(() => HEARD.push(JSON.stringify(where)));
    await new Promise<void>((resolve) => server.listen(where, resolve));
    servers.push(server);
    const address = server.address();
    if (typeof address === 'object' && address) port = address.port;
  }
});
afterAll(async () => {
  for (const server of servers) server.close();
  await runs[Symbol.asyncDispose]();
});

function run({ sh, python = '', limits }: Pick<Attack, 'sh' | 'python' | 'limits'>): Promise<CommandRun> {
  return runCommand({
    argv: sh === undefined ? ['python3', '-c', python] : ['sh', '-c', sh],
    files: { 'in.txt': Buffer.from('input\n') },
    env: { HOST_PORT: String(port) },
    limits: { ...LIMITS, ...limits },
  });
}

describe.skipIf(obstacle !== undefined)('a command in bubblewrap', () => {
  const rows = ATTACKS.filter((attack) => !absent.has(needOf(attack) ?? ''));
  test.each(rows.map((attack) => [attack.attack, attack.name, attack] as const))('attack %i: %s', async (_number, _name, attack) => {
    const ended = await run(attack);
    expect(wrongsOf(ended, attack)).toEqual([]);
    expectNothingOfTheHost(ended);
    // The host lives, nothing is left, and the next run is fine.
    expect([processesWith('31337'), readdirSync(runs.path), HEARD, existsSync('/workspace-evil')]).toEqual([[], [], [], false]);
    expect(await run({ sh: 'cat in.txt > out.txt' })).toMatchObject({
      status: 'ok',
      log: [],
      files: { 'out.txt': Buffer.from('input\n') },
    });
  });

  test('attack 69: what was collected is what the list says', async () => {
    const { createHash } = await import('node:crypto');
    const { files, manifest } = await run({ sh: 'echo a > a; (while :; do echo b >> a; done) & sleep 0.1' });
    const hashed = Object.entries(files).map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
    expect(manifest).toEqual(hashed);
    expect(manifest).toHaveLength(1);
  });

  test('attack 43: what is kept does not grow with what is printed', async () => {
    const { log, stdout, stderr, truncated } = await run({ sh: 'yes "$(printf "\\033[1mflood")" | head -c 15000000' });
    const kept = stdout.head.length + stdout.tail.length + stderr.head.length;
    expect(kept).toBe(10_000);
    expect(stdout.dropped).toBe(15_000_000 - kept);
    expect(truncated).toEqual({ kept: log.length, dropped: expect.any(Number) });
    expect(
      new Set(
        log
          .slice(1, -1)
          .map(({ text }) => text)
          .filter((text) => text !== 'flood'),
      ).size,
    ).toBeLessThanOrEqual(2);
  });
});

function wrongsOf(ended: CommandRun, { ends, says, prints, files, skipped }: Attack): readonly string[] {
  const { status, reason, stdout, stderr, exitCode } = ended;
  const printed = stdout.head + stdout.tail;
  const texts = Object.fromEntries(Object.entries(ended.files).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
  const left = ended.skipped.map(({ path, what }) => `${path}: ${what}`);
  const isPrinted = prints === undefined || (typeof prints === 'string' ? prints === printed : prints.test(printed));
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const sorted = (record: Readonly<Record<string, string>>): unknown => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...(ends.includes(status) && ended.level === 'strict' ? [] : [`It ended ${status} (${exitCode}): ${reason}`]),
    ...(!says || says.test(reason) ? [] : [`It said: ${reason}`]),
    ...(isPrinted ? [] : [`It printed: ${printed}\n${stderr.head}`]),
    ...(!files || same(sorted(files), sorted(texts)) ? [] : [`It delivered: ${JSON.stringify(texts)}`]),
    ...(!skipped || same(skipped.toSorted(), left.toSorted()) ? [] : [`It left: ${JSON.stringify(left)}`]),
    ...((status === 'ok') === (reason === '') ? [] : [`It ended ${status} with the reason '${reason}'`]),
  ];
}

/** No path, name or secret of this machine stands in anything; and no character that a terminal would obey in what is shown. */
function expectNothingOfTheHost({ reason, stdout, stderr, log, files, skipped }: CommandRun): void {
  const contents = Object.entries(files).map(([path, bytes]) => path + Buffer.from(bytes).toString('latin1'));
  const text = JSON.stringify([reason, stdout, stderr, log, skipped, contents]);
  // A short name, such as that of a host, stands in other words.
  const secrets = [CANARY, ROOT, runs.path, `${homedir()}/`, hostname(), 'root:x:0:0', 'node_modules'].filter(({ length }) => length > 3);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  const shown = [reason, ...log.map((line) => line.text), ...skipped.map(({ path }) => path)].join('\n');
  expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
}

/** Processes of this machine with a word in their command line. */
function processesWith(word: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => read(`/proc/${pid}/cmdline`).split('\0').join(' '))
    .filter((line) => line.startsWith('sleep') && line.includes(word));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
