import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import { readDocument } from '../index.ts';

async function read(text: string, limits = DEFAULT_LIMITS): ReturnType<typeof readDocument> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.txt');
  await writeFile(path, text);
  return readDocument({ file: 'a.txt', path }, 'text', { limits });
}

test.each([
  ['', []],
  ['a', ['a']],
  ['TITLE\n=====\n\n  1. a  \r\n   b\r\n \r\n\r\n# c *d* &amp;', ['TITLE =====', '1. a b', '# c *d* &amp;']],
  ['\n\na\rb\n', ['a b']],
])('reads the paragraphs of %j', async (text, expected) => {
  const result = await read(text);
  expect(result.ok && result.model.blocks.map((block) => block.text)).toEqual(expected);
});

test('locates and describes', async () => {
  const result = await read('One.\n\nSee https://a.example/b.\n  It is good.\n');
  if (!result.ok) throw new Error(result.failure.text);
  const [, block] = result.model.blocks;
  if (!block) throw new Error('no block');
  expect(block.prose).toBe(`See ${'\uFFFC'.repeat(19)}. It is good.`);
  const at = result.model.locate(block, block.text.indexOf('It'), 5);
  expect(at).toEqual({ kind: 'text', start: { line: 4, column: 3 }, end: { line: 4, column: 8 } });
  expect(result.model.describe(at)).toEqual({
    place: 'line 4',
    anchor: 'paragraph › see https://a.example/b. it is good.',
    excerpt: 'It is',
    prefix: 'See https://a.example/b.\n  ',
    suffix: ' good.',
  });
});

test('paragraphs beyond the limit are left out, which is told', async () => {
  expect(await read('a\n\nb', { ...DEFAULT_LIMITS, blocks: 1 })).toMatchObject({
    ok: true,
    model: { blocks: [{ text: 'a' }] },
    partial: [{ limit: 'blocks' }],
  });
});

test('formats without a reader say what to deliver', async () => {
  expect(await readDocument({ file: 'a.doc', path: 'a.doc' }, 'doc', { limits: DEFAULT_LIMITS })).toEqual({
    ok: false,
    failure: {
      kind: 'unsupported',
      text: 'The file is a Word document of before 2007 (doc), which is not read: deliver docx to have it checked.',
    },
  });
  expect(await readDocument({ file: 'a.csv', path: 'a.csv' }, 'csv', { limits: DEFAULT_LIMITS })).toMatchObject({
    ok: false,
    failure: { kind: 'unsupported' },
  });
});
