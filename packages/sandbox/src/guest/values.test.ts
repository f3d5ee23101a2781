import { expect, test } from 'vitest';
import { Blob } from './blob.ts';
import { describe, textOfError } from './describe.ts';
import { createCrypto, xoshiro128 } from './random.ts';
import { structuredClone } from './structured-clone.ts';
import { createTimers } from './timers.ts';

test.each<[unknown, string]>([
  ['text', 'text'],
  [['a', 1, null, undefined, true, 2n], '["a", 1, null, undefined, true, 2n]'],
  [{ a: { b: { c: { d: {} } } } }, '{"a": {"b": {"c": {"d": [object]}}}}'],
  [new Map([['k', new Set([1])]]), 'Map {"k" => Set {1}}'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [new Date(Number.NaN), 'Invalid Date'],
  [new Uint8Array(7), '[7 bytes]'],
  [() => 1, '[function]'],
  [Array.from({ length: 300 }, () => 0), `[${'0, '.repeat(100)}…]`],
])('%# is shown as %s', (value, text) => {
  expect(describe(value)).toBe(text);
});

test('what is circular is shown, and long texts are cut', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(describe(circle)).toBe('{"self": [circular]}');
  expect(describe(['x'.repeat(600)])).toBe(`["${'x'.repeat(500)}…"]`);
  expect(textOfError('just a text')).toBe('Thrown: just a text');
  expect(textOfError(new TypeError('y'.repeat(5000)))).toMatch(/^TypeError: y{1000}\n\s+at /);
});

test('clones are equal, apart and keep cycles', () => {
  const original: Record<string, unknown> = {
    list: [1, 'two', null, undefined, 3n],
    when: new Date(5),
    pattern: /a+/gi,
    map: new Map([[{ k: 1 }, new Set(['v'])]]),
    bytes: Uint8Array.from([1, 2, 3]).subarray(1),
    view: new DataView(new ArrayBuffer(4), 1, 2),
  };
  original['self'] = original;
  const clone = structuredClone(original);
  expect(clone).toEqual(original);
  expect([clone['self'] === clone, clone['list'] === original['list']]).toEqual([true, false]);
  expect(() => structuredClone({ run: () => 1 })).toThrow(TypeError);
  const keyed = structuredClone(JSON.parse('{"__proto__": {"polluted": 1}}') as object);
  expect([JSON.stringify(keyed), Reflect.get({}, 'polluted')]).toEqual(['{"__proto__":{"polluted":1}}', undefined]);
});

test('the generator gives the published first values of xoshiro128**', () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect([next(), next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200, 2031721883]);
});

test('crypto fills views and makes version 4 identifiers', () => {
  const crypto = createCrypto(xoshiro128([0, 0, 0, 0]));
  expect(crypto.randomUUID()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(crypto.getRandomValues(new Uint8Array(256))).size).toBeGreaterThan(100);
  expect(() => crypto.getRandomValues(new Uint8Array(65_537))).toThrow(/65,536/);
});

test('blobs are put together and cut', async () => {
  const blob = new Blob(['ä', Uint8Array.from([98]), new Blob(['c']), new TextEncoder().encode('d').buffer], { type: 'text/plain' });
  expect([blob.size, blob.type, await blob.text(), await blob.slice(2, 4).text()]).toEqual([5, 'text/plain', 'äbcd', 'bc']);
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(await blob.bytes());
});

test('timers run once, again or never', () => {
  const started: (readonly [number, number])[] = [];
  const ran: string[] = [];
  const { globals, fire } = createTimers((id, ms) => started.push([id, ms]));
  const call = (name: string, ...args: unknown[]): number => Reflect.apply(globals[name] as () => number, undefined, args);
  call('setTimeout', (text: string) => ran.push(text), 5, 'once');
  const repeated = call('setInterval', () => ran.push('again'), 7);
  call(
    'clearTimeout',
    call('setImmediate', () => ran.push('never')),
  );
  for (const id of [1, 1, 2, 2, 3]) fire(id);
  call('clearInterval', repeated);
  fire(2);
  expect([started, ran]).toEqual([[[1, 5], [2, 7], [3, 0], [2, 7], [2, 7]], ['once', 'again', 'again']]); // prettier-ignore
  expect(() => call('setTimeout', 'code')).toThrow(TypeError);
});
