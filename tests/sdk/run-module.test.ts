import { join } from 'node:path';
import { createSandbox, type Sandbox } from 'preflag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../lib/cli.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const FAILING = `import { unparse } from 'papaparse';
import { half } from './half.ts';

interface Task { readonly n: number }

export const agent = async ({ n }: Task, { files, log }) => {
  await files.write('out.csv', unparse([['n', 'half'], [n, half(n)]]));
  log.info(new Error('here').stack);
  return half(n);
};
`;

const HALF = `// Of an even number.
export function half(n: number): number {
  if (n % 2 !== 0) throw new RangeError(n + ' is odd');
  return n / 2;
}
`;

describe('run({ module })', () => {
  it('bundles a file with what it imports, and calls it with the arguments', async () => {
    await using folder = await temporaryFolder({ 'agent.ts': FAILING, 'half.ts': HALF });
    const run = await sandbox.run({ module: join(folder.path, 'agent.ts') }, { args: [{ n: 8 }], files: {} });
    expect([run.status, run.reason, run.result]).toEqual(['ok', '', 4]);
    expect(Buffer.from(run.files['out.csv'] ?? []).toString()).toBe('n,half\r\n8,4');
  });

  it("errors, log and events name the author's files and lines, and nothing of the machine", async () => {
    await using folder = await temporaryFolder({ 'agent.ts': FAILING.replace('[n, half(n)]', '[n, n]'), 'half.ts': HALF });
    const heard: string[] = [];
    const handle = sandbox.run(
      { module: join(folder.path, 'agent.ts') },
      { args: [{ n: 7 }], files: {}, onLog: ({ text }) => heard.push(text) },
    );
    const { status, reason, log } = await handle;
    const events = await Array.fromAsync(handle.events);
    expect(status).toBe('error');
    expect(reason).toMatch(/^RangeError: 7 is odd\n +at half \(half\.ts:3:\d+\)\n +at .*agent\.ts:9:\d+/);
    expect(log.map(({ text }) => text)).toEqual([expect.stringMatching(/^Error: here\n +at .*agent\.ts:8:\d+/)]);
    expect(heard).toEqual(log.map(({ text }) => text));
    expect(events.map((event) => (event.type === 'log' ? event.line.text : event.type === 'end' ? event.reason : event.type))).toEqual([
      ...heard,
      reason,
    ]);
    expect(JSON.stringify([reason, log, events])).not.toContain(folder.path);
  });

  it('a module without a function has done its work when it was loaded', async () => {
    await using folder = await temporaryFolder({
      'main.ts': "await preflag.files.write('a.txt', 'A');\nexport default preflag.files.list();\n",
    });
    expect(await sandbox.run({ module: join(folder.path, 'main.ts') }, { files: {} })).toMatchObject({ status: 'ok', result: ['a.txt'] });
  });

  it.each([
    ['a syntax error', 'const a: number = 1;\nlet b = ;\n', /agent\.ts:2:9: Unexpected ";"/],
    [
      'a module of Node',
      "import { readFileSync } from 'node:fs';\nexport default readFileSync;\n",
      /agent\.ts:1:\d+: 'node:fs' is a module of Node/,
    ],
    ['an import that is not there', "import x from './x.ts';\nexport default x;\n", /agent\.ts:1:\d+: Could not resolve "\.\/x\.ts"/],
  ])('%s is refused with its place', async (_, source, message) => {
    await using folder = await temporaryFolder({ 'agent.ts': source });
    const handle = sandbox.run({ module: join(folder.path, 'agent.ts') });
    await expect(handle).rejects.toMatchObject({ name: 'PreflagError', code: 'agent', message: expect.stringMatching(message) });
    expect(await Array.fromAsync(handle.events)).toEqual([]);
  });

  it('a file that is not there, and a sandbox without a bundler', async () => {
    await expect(sandbox.run({ module: 'nowhere.ts' })).rejects.toMatchObject({
      code: 'agent',
      message: expect.stringContaining('nowhere.ts'),
    });
    const { createSandbox: createPlain } = await import('@preflag/sandbox');
    await using plain = await createPlain();
    await expect(plain.run({ module: 'agent.ts' })).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining("'preflag'") });
    expect(await plain.run('export default 1')).toMatchObject({ status: 'ok', result: 1 });
  });
});
