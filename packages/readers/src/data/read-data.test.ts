import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import type { Data } from './index.ts';
import { readData } from './index.ts';

async function read(content: string | Uint8Array): Promise<ReadResult<Data>> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.json');
  await writeFile(path, content);
  return readData({ file: 'a.json', path }, { limits: { ...DEFAULT_LIMITS, jsonDepth: 5 } });
}

async function model(content: string): Promise<Data> {
  const result = await read(content);
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

test.each([
  '{}',
  '[]',
  ' [ ] ',
  '0',
  '-0.5e+3',
  'true',
  'null',
  '""',
  '"\\u00e4\\n\\"/\\/"',
  '{"a": [1, {"b": null}], "": {"c/d": "~"}}',
  '{"__proto__": {"x": 1}, "constructor": 2}',
  '[1,2 ,\r\n\t3]',
])('reads %s as JSON.parse does', async (text) => {
  expect((await model(text)).value).toEqual(JSON.parse(text));
});

test.each([
  ['', 'line 1, column 1: found the end of the file, expected a value.'],
  ['{"a": 1,}', "line 1, column 9: found '}', expected a key in double quotes."],
  ['[1, 2', "line 1, column 6: found the end of the file, expected ',' or ']'."],
  ['[1,]', "line 1, column 4: found ']', expected a value."],
  ['{\n  "a": 1\n  "b": 2\n}', "line 3, column 3: found '\"', expected ',' or '}'."],
  ["{'a': 1}", "line 1, column 2: found ''', expected a key in double quotes or '}'."],
  ['{"a" 1}', "line 1, column 6: found '1', expected ':'."],
  ['{"a": None}', "line 1, column 7: found 'None', expected a value."],
  ['[NaN]', "line 1, column 2: found 'NaN', expected a value or ']'."],
  ['"a\nb"', 'line 1, column 3: found a line end, expected the end of the string.'],
  ['"a\\x"', "line 1, column 3: found '\\', expected an escape such as \\n or \\u00e4."],
  ['{} extra', "line 1, column 4: found 'extra', expected the end of the file."],
  ['[01]', "line 1, column 3: found '1', expected ',' or ']'."],
  ['[truex]', "line 1, column 2: found 'truex', expected a value or ']'."],
])('refuses %j', async (text, where) => {
  expect(await read(text)).toEqual({
    ok: false,
    failure: { kind: 'corrupt', text: `The json is broken at ${where}`, place: expect.objectContaining({ kind: 'text' }) },
  });
});

test('a file with a byte order mark is read', async () => {
  expect(await read('\uFEFF{"a":1}')).toMatchObject({ ok: true, model: { value: { a: 1 } } });
});

test('bytes that are no UTF-8 are refused', async () => {
  expect(await read(Buffer.from([0x22, 0xe4, 0x22]))).toMatchObject({ ok: false, failure: { kind: 'encoding' } });
});

test('a key that stands twice is told, and the last value counts', async () => {
  const result = await read('{"a": 1, "b": {"a": 2},\n "a": 3, "b": 4}');
  expect(result).toMatchObject({ ok: true, model: { value: { a: 3, b: 4 } } });
  expect(result.ok && result.partial).toEqual([
    {
      kind: 'corrupt',
      text: 'The key "a" stands twice in one object, again at line 2, column 2, and 1 more key does so too: only the last value was read.',
      place: { kind: 'text', start: { line: 2, column: 2 }, end: { line: 2, column: 2 } },
    },
  ]);
});

test('depth is limited', async () => {
  expect((await model('[[[[[1]]]]]')).value).toEqual([[[[[1]]]]]);
  expect(await read('[[[[[[1]]]]]]')).toMatchObject({ ok: false, failure: { kind: 'limit', limit: 'jsonDepth' } });
  expect(await read('['.repeat(100_000))).toMatchObject({ ok: false, failure: { kind: 'limit', limit: 'jsonDepth' } });
});

test('long strings and many values are read', async () => {
  const text = JSON.stringify({ long: 'x\n'.repeat(500_000), many: Array.from({ length: 50_000 }, (_, index) => index) });
  expect((await model(text)).value).toEqual(JSON.parse(text));
});

const SAMPLE = '{\n  "rows": [\n    {"name": "A~", "1": true}\n  ],\n  "a/b": "q"\n}';

test.each([
  ['', { line: 1, column: 1 }],
  ['/rows', { line: 2, column: 11 }],
  ['/rows/0', { line: 3, column: 5 }],
  ['/rows/0/name', { line: 3, column: 14 }],
  ['/a~1b', { line: 5, column: 10 }],
  ['/rows/1', undefined],
  ['/rows/00', undefined],
  ['/rows/length', undefined],
  ['/rows/0/name/0', undefined],
  ['rows', undefined],
  ['/toString', undefined],
])('finds the pointer %j', async (pointer, expected) => {
  expect((await model(SAMPLE)).position(pointer)).toEqual(expected);
});

test('places are described', async () => {
  const data = await model(SAMPLE);
  expect(data.describe({ kind: 'pointer', path: '/rows/0/name' })).toEqual({
    place: 'rows › 1 › name',
    anchor: '/rows/0/name',
    excerpt: 'A~',
  });
  expect(data.describe({ kind: 'pointer', path: '/rows/0/1' })).toEqual({ place: 'rows › 1 › 1', anchor: '/rows/0/1', excerpt: 'true' });
  expect(data.describe({ kind: 'pointer', path: '/nothing' })).toEqual({ place: 'pointer', anchor: 'pointer' });
  expect(data.describe({ kind: 'file' })).toEqual({ place: '', anchor: '' });
  expect(data.describe({ kind: 'text', start: { line: 5, column: 10 }, end: { line: 5, column: 13 } })).toEqual({
    place: 'line 5',
    anchor: '"q"',
    excerpt: '"q"',
    prefix: '\n    {"name": "A~", "1": true}\n  ],\n  "a/b": '.slice(-40),
    suffix: '\n}',
  });
});
