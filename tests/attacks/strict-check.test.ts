import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { createSocket, type Socket } from 'node:dgram';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { jailOfWorker } from '@preflag/sandbox';
import { tryJail } from '@preflag/supervisor';
import { docxOf, workbookOf } from '@preflag/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type CheckOptions, type Report } from 'preflag';
import { preflag, temporaryFolder, type TemporaryFolder } from '../lib/cli.ts';

const obstacle = tryJail(jailOfWorker());
if (obstacle) process.stdout.write(`Only the refusal of strict is tested: ${obstacle.cause}\n`);

/** A checker that reaches for the machine while it is loaded, and finds what came of it. */
const reaching = (port: number, udp: number, secret: string): string => `
import { createSocket } from 'node:dgram';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { hostname } from 'node:os';
import { Worker } from 'node:worker_threads';
import { defineChecker, defineRule } from ${JSON.stringify(import.meta.resolve('@preflag/core'))};

const attempt = async (deed) => { try { return String(await deed()); } catch (error) { return error.code ?? error.name; } };
const opened = (socket, event) => new Promise((resolve, reject) => socket.on(event, () => { socket.destroy?.(); resolve('reached'); }).on('error', reject));
const outcomes = {
  tcp: await attempt(() => opened(connect(${port}, '127.0.0.1'), 'connect')),
  listen: await attempt(() => new Promise((resolve, reject) => { const server = createServer().on('error', reject).listen(0, () => server.close(() => resolve('reached'))); })),
  udp: await attempt(() => new Promise((resolve, reject) => { const socket = createSocket('udp4').on('error', reject); socket.send('x', ${udp}, '127.0.0.1', (error) => { socket.close(); error ? reject(error) : resolve('reached'); }); })),
  passwords: await attempt(() => readFileSync('/etc/passwd', 'utf8')),
  root: await attempt(() => readdirSync('/')),
  secret: await attempt(() => readFileSync(${JSON.stringify(secret)}, 'utf8')),
  write: await attempt(() => writeFileSync(${JSON.stringify(`${secret}.copy`)}, 'x')),
  spawn: await attempt(() => spawnSync('/bin/true')),
  thread: await attempt(() => new Worker('1', { eval: true })),
  environment: await attempt(() => Object.keys(process.env).filter((name) => name !== 'PWD').length),
  host: await attempt(() => hostname() === 'sandbox'),
  wasm: await attempt(async () => (await WebAssembly.instantiate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).instance !== undefined),
};
export const checker = defineChecker({
  name: 'reaching', title: 'Reaching',
  rules: [defineRule({
    id: 'reaching/for-the-machine', title: 'Reaches', severity: 'minor', certainty: 'hint', reads: 'document', facts: [], why: 'It is a test.', advice: 'Nothing.',
    messages: { seen: 'Seen' },
    *check({ model, looked }) { looked({ blocks: 1 }); yield { messageId: 'seen', data: outcomes, at: { kind: 'file' } }; },
  })],
});
`;

let folder: TemporaryFolder;
let server: Server;
let socket: Socket;

beforeAll(async () => {
  server = createServer((client) => client.on('error', () => undefined).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  folder = await temporaryFolder({
    'secret.txt': 'hidden',
    'out/a.md': '# A\n\nOne paragraph.\n',
  });
  const { port } = server.address() as AddressInfo;
  await folder.write({ 'checker/reaching.mjs': reaching(port, socket.address().port, join(folder.path, 'secret.txt')) });
});
afterAll(async () => {
  server.close();
  socket.close();
  await folder[Symbol.asyncDispose]();
});

const found = async (sandbox: 'standard' | 'strict'): Promise<unknown> => {
  const report = await check(join(folder.path, 'out/a.md'), { sandbox, checkers: [join(folder.path, 'checker/reaching.mjs')] });
  return {
    sandbox: report.sandbox,
    outcomes: report.findings.map(({ data }) => data),
    checks: report.checks.map(({ outcome }) => outcome),
  };
};

const DENIED = {
  passwords: 'ERR_ACCESS_DENIED',
  root: 'ERR_ACCESS_DENIED',
  secret: 'ERR_ACCESS_DENIED',
  write: 'ERR_ACCESS_DENIED',
  spawn: 'ERR_ACCESS_DENIED',
  thread: 'ERR_ACCESS_DENIED',
  environment: '0',
  wasm: 'true',
};

describe('a checker that reaches for the machine', () => {
  it('has the network at the level standard, as its description says', async () => {
    const outcomes = { ...DENIED, tcp: 'reached', listen: 'reached', udp: 'reached', host: 'false' };
    expect(await found('standard')).toEqual({ sandbox: undefined, outcomes: [outcomes], checks: ['failed'] });
  });

  it.skipIf(obstacle)('reaches nothing at the level strict', async () => {
    const outcomes = { ...DENIED, tcp: 'EPERM', listen: 'EPERM', udp: 'EPERM', host: 'true' };
    expect(await found('strict')).toEqual({ sandbox: 'strict', outcomes: [outcomes], checks: ['failed'] });
  });
});

const text = (report: Report): unknown =>
  JSON.parse(JSON.stringify(report, (key, value: unknown) => (key === 'durationMs' || key === 'sandbox' ? undefined : value)));

describe.skipIf(obstacle)('strict finds what standard finds', () => {
  const both = async (path: string, options: CheckOptions): Promise<readonly unknown[]> =>
    [await check(path, { ...options, sandbox: 'standard' }), await check(path, { ...options, sandbox: 'strict' })].map(text);

  it('in files of every kind, beside a job, a before-file and a source', async () => {
    await using delivery = await temporaryFolder({
      'job/job.yaml': `version: 1
id: all
inputs: [before.csv]
deliverables:
  - { path: sales.xlsx, type: spreadsheet }
  - { path: data.csv, type: table, update: { before: before.csv, key: [id], allow: [] } }
  - { path: report.md, type: report, language: en-GB, sections: [{ title: Findings }], data: [sales.xlsx] }
  - { path: report.de.md, type: translation, source: report.md, language: de-DE }
  - { path: letter.docx }
  - { path: data.json }
`,
      'job/before.csv': 'id,name\n1,Ann\n2,Bob\n',
      'out/sales.xlsx': await workbookOf({
        Summary: [
          ['Region', 'Revenue'],
          ['North', 10],
          ['Total', 11],
        ],
      }),
      'out/data.csv': 'id,name\n1,Ann\n2,Eve\n',
      'out/report.md': '# Report\n\nTODO. Revenue was 4711 in the  north.\n',
      'out/report.de.md': '# Bericht\n\nTODO. Der Umsatz war 4712 im Norden.\n',
      'out/letter.docx': await docxOf(['# Title', 'TODO']),
      'out/data.json': '{"a": [1, 2,]}',
      'out/broken.xlsx': 'PK broken',
    });
    const [standard, strict] = await both(join(delivery.path, 'out'), { job: join(delivery.path, 'job/job.yaml'), concurrency: 2 });
    expect(strict).toEqual(standard);
    expect((strict as Report).findings.length).toBeGreaterThan(4);
    expect((strict as Report).checks.filter(({ outcome }) => outcome === 'error')).toEqual([]);
  });

  it('in a folder of fixtures, in one that the checker stands in, and in files in memory', async () => {
    const [standard, strict] = await both(join(import.meta.dirname, '../../fixtures'), {});
    expect(strict).toEqual(standard);
    const around = await check(folder.path, { sandbox: 'strict', checkers: [join(folder.path, 'checker/reaching.mjs')] });
    const inMemory = await check({ files: { 'a.md': new TextEncoder().encode('# A\n\nText.\n') } }, { sandbox: 'strict' });
    for (const { sandbox, checks } of [around, inMemory]) {
      expect(sandbox).toBe('strict');
      expect(checks.filter(({ outcome }) => outcome === 'error')).toEqual([]);
      expect(checks.length).toBeGreaterThan(0);
    }
  });

  it('a link that is handed in is not followed, neither in a folder nor by itself', async () => {
    await using delivery = await temporaryFolder({ 'out/a.md': '# A\n\nText.\n', 'secret.md': '# Secret\n' });
    await symlink('../secret.md', join(delivery.path, 'out/link.md'));
    for (const path of ['out', 'out/link.md']) {
      const [standard, strict] = await both(join(delivery.path, path), {});
      expect(strict).toEqual(standard);
      expect((strict as Report).manifest.filter((entry) => entry.path === 'link.md')).toEqual([]);
    }
  });
});

describe('what cannot be strict is refused', () => {
  it('checkers that would run in this process', async () => {
    const { checker } = (await import(join(import.meta.dirname, 'checkers/hostile.ts'))) as {
      checker: NonNullable<CheckOptions['checkers']>[number];
    };
    await expect(check(join(folder.path, 'out'), { sandbox: 'strict', checkers: [checker] })).rejects.toMatchObject({
      code: 'usage',
      message:
        "Checkers that are passed as objects run in this process, which the level 'strict' does not allow: name their modules instead.",
    });
  });

  it('a level that there is not', async () => {
    expect(await preflag(['check', 'out', '--sandbox', 'weak'], { cwd: folder.path })).toEqual({
      code: 2,
      stdout: '',
      stderr: "preflag: --sandbox is 'weak'; it must be one of standard, strict.\n",
    });
    const options = JSON.parse('{"sandbox":"Strict"}') as CheckOptions;
    await expect(check(join(folder.path, 'out'), options)).rejects.toMatchObject({ code: 'usage' });
  });

  it('preflag check takes the level strict, or refuses and says what to do', async () => {
    const { code, stdout, stderr } = await preflag(['check', 'out', '--sandbox', 'strict'], { cwd: folder.path });
    const isRefused = stdout === '' && stderr.includes(obstacle?.fix ?? 'nothing to mend');
    expect([code, stdout.includes('Verdict'), isRefused]).toEqual(obstacle ? [3, false, true] : [0, true, false]);
  });
});
