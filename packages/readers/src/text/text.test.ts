import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import { toFailure } from '../archive/index.ts';
import { decodeText, LineIndex, readText } from './index.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part)));
const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

test.each([
  ['ascii', bytes('ab'), undefined, { text: 'ab', encoding: 'utf-8', bom: false }],
  ['empty', bytes(), undefined, { text: '', encoding: 'utf-8', bom: false }],
  ['a byte order mark', bytes([0xef, 0xbb, 0xbf], 'ä'), undefined, { text: 'ä', encoding: 'utf-8', bom: true }],
  ['UTF-16 with a mark', bytes([0xff, 0xfe], utf16('aä')), undefined, { text: 'aä', encoding: 'utf-16le', bom: true }],
  ['big-endian UTF-16', bytes([0xfe, 0xff, 0, 0x61]), undefined, { text: 'a', encoding: 'utf-16be', bom: true }],
  ['a declared encoding', bytes([0xe4, 0x80]), 'latin1', { text: 'ä€', encoding: 'windows-1252', bom: false }],
  ['UTF-8 although something else is declared', bytes('ä'), 'latin1', { text: 'ä', encoding: 'utf-8', bom: false }],
  ['UTF-16 that is declared', bytes(utf16('abcd')), 'utf-16le', { text: 'abcd', encoding: 'utf-16le', bom: false }],
])('decodes %s', (_, input, declared, expected) => {
  expect(decodeText(input, declared)).toEqual(expected);
});

test.each([
  ['a wrong byte', bytes('a\nbä', [0xe4], 'c'), undefined, /byte 0xE4 at line 2, column 3\./],
  ['a wrong byte after a real U+FFFD', bytes('\uFFFDb', [0xff]), undefined, /byte 0xFF at line 1, column 3\./],
  ['a character that is cut off', bytes('ab', [0xe2, 0x82]), undefined, /byte 0xE2 at line 1, column 3\./],
  ['UTF-16 without a mark', bytes(utf16('hello')), undefined, /looks like UTF-16/],
  ['a mark that lies', bytes([0xef, 0xbb, 0xbf, 0xe4]), undefined, /The byte order mark says UTF-8/],
  ['an unknown encoding', bytes([0xe4]), 'klingon', /'klingon' is not known/],
  ['bytes that are not what is declared', bytes([0xe4, 0xff]), 'euc-kr', /neither UTF-8 nor euc-kr/],
])('refuses %s', (_, input, declared, text) => {
  let thrown: unknown;
  try {
    decodeText(input, declared);
  } catch (error) {
    thrown = error;
  }
  expect(toFailure(thrown)).toMatchObject({ kind: 'encoding', text: expect.stringMatching(text) });
});

test('offsets and positions are inverse', () => {
  const text = 'ab\r\n\nc\rd';
  const lines = new LineIndex(text);
  expect([0, 2, 3, 4, 5, 7, 8, 99].map((offset) => lines.position(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 1, column: 4 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
    { line: 4, column: 2 },
  ]);
  for (let offset = 0; offset <= text.length; offset++) expect(lines.offset(lines.position(offset))).toBe(offset);
  expect(lines.offset({ line: 9, column: 1 })).toBeUndefined();
  expect(lines.offset({ line: 1, column: 0 })).toBeUndefined();
  expect(lines.offset({ line: 3, column: 9 })).toBeUndefined();
});

test('a file above the limit is refused, one that is gone is missing', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.txt');
  await writeFile(path, 'hello');
  const source = { file: 'a.txt', path };
  await expect(readText(source, { limits: DEFAULT_LIMITS })).resolves.toMatchObject({ text: 'hello' });
  await expect(readText(source, { limits: { ...DEFAULT_LIMITS, textBytes: 4 } }).catch(toFailure)).resolves.toMatchObject({
    kind: 'limit',
    limit: 'textBytes',
  });
  await expect(readText({ ...source, path: `${path}.gone` }, { limits: DEFAULT_LIMITS }).catch(toFailure)).resolves.toMatchObject({
    kind: 'missing',
  });
});
