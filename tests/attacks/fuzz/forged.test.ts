import { DEFAULT_LIMITS, RUN_STATUSES } from '@preflag/core';
import type { Grants, SandboxRun } from '@preflag/sandbox';
import { createPool, encodeMessage, sourceCondition } from '@preflag/supervisor';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { isFromWorker } from '../../../packages/sandbox/src/frames.ts';
import { runWithPeople } from '../../../packages/sandbox/src/run-with-people.ts';
import { Workspace } from '../../../packages/sandbox/src/workspace.ts';

const LIMITS = { ...DEFAULT_LIMITS, runMs: 5000, logBytes: 1000, hostCalls: 50, workspaceBytes: 10_000, frameBytes: 100_000 };
const GRANTS: Grants = {
  tools: [{ name: 'echo', description: '', parameters: { type: 'object' }, run: (args) => args }],
  env: { A: 'a' },
  human: {},
};

const pool = createPool({
  entry: new URL('forging-worker.ts', import.meta.url),
  execArgv: sourceCondition(),
  check: isFromWorker,
  size: 2,
  limits: { frameBytes: LIMITS.frameBytes, messageBytes: LIMITS.workspaceBytes + LIMITS.frameBytes },
});
afterAll(() => pool[Symbol.asyncDispose]());

type Said = Uint8Array | object;

const bytesOf = (said: Said): Uint8Array =>
  said instanceof Uint8Array ? said : Buffer.concat(encodeMessage({ run: 1, ...said }, new Uint8Array(0), LIMITS.frameBytes));
const withBody = (header: object, body: string | Uint8Array): Uint8Array =>
  Buffer.concat(encodeMessage({ run: 1, ...header }, Buffer.from(body), LIMITS.frameBytes));
const END = { type: 'end', ok: true, hasResult: false };
const call = (id: number, name = 'files.list', args: readonly unknown[] = ['']): object => ({
  type: 'call',
  id,
  name,
  args,
  hasBody: false,
});

/** A run of a worker that says just that. */
function runForged(said: readonly Said[], options: { readonly grants?: Grants; readonly journal?: true } = {}): Promise<SandboxRun> {
  return runWithPeople(Buffer.concat(said.map(bytesOf)).toString('base64'), {
    ...options,
    grants: options.grants,
    limits: LIMITS,
    workspace: new Workspace({ in: Buffer.from('in') }, LIMITS),
    emit: () => undefined,
    async withWorker(use) {
      const child = await pool.take();
      try {
        return await use(child, 1);
      } finally {
        void pool.discard(child);
      }
    },
  });
}

const raw = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

describe('attack 26: a worker that hostile code has taken over', () => {
  test.each<[string, readonly Said[], RegExp]>([
    ['text', [Buffer.from('this is no frame')], /longer than the limit/],
    ['a length of 4 GB', [raw(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1)], /longer than the limit/],
    ['a length of nothing', [raw(0, 0, 0, 0)], /the least is 4/],
    ['a header that is longer than its frame', [raw(0, 0, 0, 6, 0, 0, 0, 9, 0x7b, 0x7d)], /longer than its frame/],
    ['a header that is no JSON', [raw(0, 0, 0, 6, 0, 0, 0, 2, 0x7b, 0x7b)], /not JSON/],
    ['empty parts', [raw(0, 0, 0, 4, 0, 0, 0, 0)], /part is empty/],
    ['a body longer than it may be', [withBody(call(1, 'files.write', ['x']), Buffer.alloc(150_000))], /longer than the limit/],
    ['a verdict', [{ type: 'verdict', pass: true }], /not one that may come here/],
    ['the end of another run', [{ ...END, run: 2 }], /another run/],
    ['the end of a run before', [{ ...END, run: 0 }], /another run/],
    ['a step in a run without a journal', [{ type: 'step', step: ['start', 0, 0] }], /without a journal/],
    ['more of a log than it may', [{ type: 'log', lines: [['info', 'x'.repeat(600)]] }], /more of a log/],
    ['a tail that is longer than it may be', [{ type: 'tail', lines: [['info', 'x'.repeat(600)]], dropped: 0 }], /more of a log/],
    ['a call of what there is not', [call(1, 'process.exit')], /not one that may come here/],
    ['a call with the number 0', [call(0)], /numbered/],
    ['a call with a number that is far off', [call(4_000_000_000)], /numbered/],
    ['a call with the largest number', [call(Number.MAX_SAFE_INTEGER)], /numbered/],
    ['two calls with one number', [call(1), call(1)], /numbered/],
    ['calls backwards', [call(2), call(1)], /numbered/],
  ])('that says %s is ended with protocol', async (_name, said, reason) => {
    for (const options of [{}, { journal: true, grants: GRANTS }] as const) {
      const isOfJournal = 'journal' in options && /without a journal/.test(reason.source);
      const ended = await runForged(isOfJournal ? [...said, raw(0, 0, 0, 0)] : [...said, END], options);
      expect([ended.status, isOfJournal || reason.test(ended.reason) ? '' : ended.reason]).toEqual(['crashed', '']);
    }
    expect(await runForged([END])).toMatchObject({ status: 'ok', reason: '', log: [] });
  });

  test.each<[string, readonly Said[], object]>([
    [
      'a result that is no JSON',
      [withBody({ ...END, hasResult: true }, '{')],
      { status: 'error', reason: expect.stringContaining('not JSON') },
    ],
    ['two ends: the first counts', [{ type: 'end', ok: false, code: 'thrown', message: 'x' }, END], { status: 'error', reason: 'x' }],
    ['an end of a name of its own', [{ type: 'end', ok: false, code: 'pass', message: 'x' }], { status: 'error', reason: 'x' }],
    ['an end named __proto__', [{ type: 'end', ok: false, code: '__proto__', message: 'x' }], { status: 'error', reason: 'x' }],
    ['an end named constructor', [{ type: 'end', ok: false, code: 'constructor', message: 'x' }], { status: 'error', reason: 'x' }],
    [
      'what a terminal obeys',
      [{ type: 'log', lines: [['info', '\u001b[2J']] }, END],
      { status: 'ok', log: [{ level: 'info', text: '\uFFFD[2J' }] },
    ],
    [
      'paths that lead out',
      [call(1, 'files.read', ['../x']), call(2, 'deliver', ['/etc/passwd', '../x']), END],
      { status: 'ok', delivered: {} },
    ],
    ['a call without arguments', [call(1, 'files.read', []), call(2, 'deliver', []), END], { status: 'ok', delivered: {} }],
    [
      'a call of a grant without a body',
      [call(1, 'tools.call', []), call(2, 'env.get', []), call(3, 'human.ask', []), END],
      { status: 'ok' },
    ],
    ['pongs that nobody asked for', [{ type: 'pong', id: 7 }, { type: 'pong', id: 0 }, END], { status: 'ok' }],
    ['that it is ready, again and again', [raw(...bytesOfReady()), raw(...bytesOfReady()), END], { status: 'ok' }],
    ['too many calls', [...Array.from({ length: 60 }, (_, index) => call(index + 1)), END], { status: 'quota' }],
    ['more than the workspace holds', [withBody(call(1, 'files.write', ['x']), 'x'.repeat(20_000)), END], { status: 'quota' }],
  ])('that says %s gets what any run would', async (_name, said, end) => {
    for (const options of [{}, { grants: GRANTS }] as const) expect(await runForged(said, options)).toMatchObject(end);
  });

  const index = fc.oneof({ weight: 4, arbitrary: fc.nat(5) }, fc.constantFrom(4e9, Number.MAX_SAFE_INTEGER));
  const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('in', '../x', '__proto__', 'constructor', 'quota', 'thrown'));
  const said: fc.Arbitrary<Said> = fc.oneof(
    fc.record({
      type: fc.constant('call'),
      id: index,
      name: fc.constantFrom('files.read', 'files.write', 'files.list', 'deliver', 'tools.call', 'env.get', 'human.ask', 'human.approve'),
      args: fc.array(text, { maxLength: 2 }),
      hasBody: fc.boolean(),
    }),
    fc
      .tuple(fc.nat(9), fc.constantFrom('tools.call', 'human.ask', 'env.get'), fc.json())
      .map(([id, name, body]) => withBody(call(id, name, []), body)),
    fc.record({ type: fc.constant('log'), lines: fc.array(fc.tuple(fc.constantFrom('info', 'error'), text), { maxLength: 3 }) }),
    fc.record({
      type: fc.constant('tail'),
      lines: fc.array(fc.tuple(fc.constantFrom('info', 'error'), text), { maxLength: 3 }),
      dropped: index,
    }),
    fc.record({ type: fc.constant('step'), step: fc.tuple(fc.constantFrom('start', 'answer', 'timer'), index, index) }),
    fc.record({ type: fc.constant('pong'), id: index }),
    fc.record({ type: fc.constant('end'), ok: fc.constant(false), code: text, message: text }),
    fc.record({ type: fc.constant('end'), ok: fc.constant(true), hasResult: fc.boolean() }),
    fc.record({ type: fc.constant('log'), lines: fc.constant([]), run: fc.nat(3) }),
    fc.uint8Array({ minLength: 1, maxLength: 30 }),
  );

  test('any sequence of frames ends in a status that there is, and the next run is fine', async () => {
    const options = fc.constantFrom<Parameters<typeof runForged>[1]>({}, { journal: true }, { grants: GRANTS });
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 8 }), options, async (frames, how) => {
        const ended = await runForged([...frames, raw(0, 0, 0, 0)], how);
        expect(RUN_STATUSES).toContain(ended.status);
        expect(ended.status === 'ok' && !frames.some((one) => !(one instanceof Uint8Array) && 'ok' in one && one.ok === true)).toBe(false);
        expect(Object.keys(ended.delivered).filter((name) => !/^[^/].*$/.test(name) || name.includes('..'))).toEqual([]);
        expect(JSON.stringify(ended).length).toBeLessThan(100_000);
      }),
      { numRuns: 40 },
    );
    expect(await runForged([call(1), END])).toMatchObject({ status: 'ok' });
    expect([Reflect.get({}, 'polluted'), Object.keys(Object.prototype)]).toEqual([undefined, []]);
  });
});

function bytesOfReady(): Uint8Array {
  return Buffer.concat(encodeMessage({ $: 'ready' }, new Uint8Array(0), LIMITS.frameBytes));
}
