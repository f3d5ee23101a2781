import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import type { Block, Document } from '../index.ts';
import { readDocument } from '../index.ts';

async function read(text: string | Uint8Array, limits = DEFAULT_LIMITS): Promise<ReadResult<Document>> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.md');
  await writeFile(path, text);
  return readDocument({ file: 'a.md', path }, 'markdown', { limits });
}

async function model(text: string): Promise<Document> {
  const result = await read(text);
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

/** Blocks in a line each, with what is not the default. */
function outline({ blocks }: Document): string[] {
  return blocks.map(({ type, depth, text, prose, path, quoted, cell, item }) =>
    [
      type + (depth || ''),
      JSON.stringify(text),
      prose !== text && `prose ${JSON.stringify(prose.replaceAll('\uFFFC', '_'))}`,
      path.length > 0 && `under ${path.join(' › ')}`,
      quoted && 'quoted',
      cell && `${cell.table}:${cell.row}:${cell.column}${cell.header ? ' header' : ''}`,
      item && `level ${item.level}${item.ordered ? ` number ${item.number}` : ''}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
}

const SAMPLE = `---
title: x
lang: de_AT
---
# Top *one*

Hello &amp; \\*world\\* \`code x\` see <https://a.example/x> and
second line $a^2$ for $5 and $10, <br> https://foo.example/a_b.

> quoted
> lines **bold**
>
> ## No section

- item [a](b)
  more

  para two

  4. nested
  5. five
-

| a | b |
|---|---|
| x \\| y | z |

~~~js
foo
  bar
~~~
<div>
x</div>

Setext
------
[^1]: Note here

Text[^1] ![alt](i.png) a@b.example

$$
x
$$

### Deep
# Last
`;

test('lists blocks', async () => {
  const document = await model(SAMPLE);
  expect(document.language).toBe('de-AT');
  expect(outline(document)).toMatchInlineSnapshot(`
    [
      "frontmatter, "title: x\\nlang: de_AT", prose "____________________"",
      "heading1, "Top one"",
      "paragraph, "Hello & *world* code x see https://a.example/x and second line $a^2$ for $5 and $10, <br> https://foo.example/a_b.", prose "Hello & *world* ______ see ___________________ and second line _____ for $5 and $10, ____ _______________________.", under Top one",
      "paragraph, "quoted lines bold", under Top one, quoted",
      "heading2, "No section", under Top one, quoted",
      "listItem, "item a more", under Top one, level 0",
      "paragraph, "para two", under Top one, level 0",
      "listItem, "nested", under Top one, level 1 number 4",
      "listItem, "five", under Top one, level 1 number 5",
      "listItem, "", under Top one, level 0",
      "tableCell, "a", under Top one, 0:0:0 header",
      "tableCell, "b", under Top one, 0:0:1 header",
      "tableCell, "x | y", under Top one, 0:1:0",
      "tableCell, "z", under Top one, 0:1:1",
      "code, "foo\\n  bar", prose "_________", under Top one",
      "html, "<div>\\nx</div>", prose "_____________", under Top one",
      "heading2, "Setext", under Top one",
      "footnote, "Note here", under Top one › Setext",
      "paragraph, "Text[^1] ￼ a@b.example", prose "Text____ _ ___________", under Top one › Setext",
      "math, "$$ x $$", prose "_______", under Top one › Setext",
      "heading3, "Deep", under Top one › Setext",
      "heading1, "Last"",
    ]
  `);
});

test('describes every block', async () => {
  const document = await model(SAMPLE);
  const described = document.blocks.map((block) => document.describe(document.locate(block)));
  expect(described.map(({ place, anchor, excerpt }) => `${place} | ${anchor} | ${JSON.stringify(excerpt)}`)).toMatchInlineSnapshot(`
    [
      "front matter | frontmatter › title: x lang: de_at | "title: x\\nlang: de_AT"",
      "Top one | heading › top one | "Top *one*"",
      "Top one › paragraph 1 | top one › paragraph › hello & *world* code x see https://a.example/x and second line $a^2$ for $5 and  | "Hello &amp; \\\\*world\\\\* \`code x\` see <https://a.example/x> and\\nsecond line $a^2$ for $5 and $10, <br> https://foo.example/a_b."",
      "Top one › paragraph 2 | top one › paragraph › quoted lines bold | "quoted\\n> lines **bold**"",
      "No section | top one › heading › no section | "No section"",
      "Top one › list item 1 | top one › listItem › item a more | "item [a](b)\\n  more"",
      "Top one › paragraph 3 | top one › paragraph › para two | "para two"",
      "Top one › list item 2 | top one › listItem › nested | "nested"",
      "Top one › list item 3 | top one › listItem › five | "five"",
      "Top one › list item 4 | top one › listItem ›  | "-"",
      "Top one › table 1, row 1, column 1 | top one › tableCell › a | "a"",
      "Top one › table 1, row 1, column 2 | top one › tableCell › a › b | "b"",
      "Top one › table 1, row 2, column 1 | top one › tableCell › x | y | "x \\\\| y"",
      "Top one › table 1, row 2, column 2 | top one › tableCell › x | y › z | "z"",
      "Top one › code block 1 | top one › code › foo bar | "foo\\n  bar"",
      "Top one › html 1 | top one › html › <div> x</div> | "<div>\\nx</div>"",
      "Setext | top one › heading › setext | "Setext"",
      "Setext › footnote 1 | top one › setext › footnote › note here | "Note here"",
      "Setext › paragraph 1 | top one › setext › paragraph › text[^1] ￼ a@b.example | "Text[^1] ![alt](i.png) a@b.example"",
      "Setext › formula 1 | top one › setext › math › $$ x $$ | "$$\\nx\\n$$"",
      "Deep | top one › setext › heading › deep | "Deep"",
      "Last | heading › last | "Last"",
    ]
  `);
});

test('describes a part of a block, and places between blocks', async () => {
  const document = await model('First\n\n# Head\n\nSome &amp; *more* text.\n\n***\n');
  const block = document.blocks[2];
  if (!block) throw new Error('no block');
  expect(document.locate(block, 5, 6)).toEqual({ kind: 'text', start: { line: 5, column: 6 }, end: { line: 5, column: 17 } });
  expect(document.describe(document.locate(block)).excerpt).toBe('Some &amp; *more* text.');
  expect(document.describe(document.locate(block, 7, 4))).toEqual({
    place: 'Head › paragraph 1',
    anchor: 'head › paragraph › some & more text.',
    excerpt: 'more',
    prefix: 'Some &amp; *',
    suffix: '* text.',
  });
  expect(document.describe({ kind: 'block', index: 2, offset: 12, length: 4 }).excerpt).toBe('text');
  expect(document.describe({ kind: 'text', start: { line: 1, column: 1 }, end: { line: 1, column: 6 } }).place).toBe('line 1');
  expect(document.describe({ kind: 'text', start: { line: 7, column: 1 }, end: { line: 7, column: 4 } })).toMatchObject({
    place: 'Head',
    anchor: 'head › ***',
    excerpt: '***',
  });
  expect(document.describe({ kind: 'text', start: { line: 99, column: 1 }, end: { line: 99, column: 4 } })).toEqual({
    place: 'text',
    anchor: 'text',
  });
  expect(document.describe({ kind: 'page', page: 1 })).toEqual({ place: 'page', anchor: 'page' });
  expect(document.describe({ kind: 'file' })).toEqual({ place: '', anchor: '' });
});

test('visits blocks in order, for those who want them', async () => {
  const document = await model('# A\n\nb\n\n- c\n');
  const seen: string[] = [];
  void document.scan([
    { item: 'block', visit: (block) => seen.push((block as Block).type) },
    { item: 'block', only: ['heading'], visit: () => seen.push('only') },
    { item: 'cell', visit: () => seen.push('never') },
  ]);
  expect(seen).toEqual(['heading', 'only', 'paragraph', 'listItem']);
});

test.each([
  ['CRLF', 'a\r\nb *c*\r\n\r\n> d\r\n> e', ['a b c', 'd e']],
  ['CR', 'a\rb', ['a b']],
  ['tabs', '-\ta\n\n\tb\n', ['a', 'b']],
  ['a byte order mark', '\uFEFF# a', ['a']],
  ['code in a quote', '> ```\n> a\n>  b\n> ```', ['a\n b']],
  ['indented code', '    a\n\n      b', ['a\n\n  b']],
  ['code over two lines', 'x `a\nb` y', ['x a b y']],
  ['padded code', '`` `a ``', ['`a']],
  ['entities', '&#x41;&nbsp;&notanentity; &lt;', ['A\u00A0&notanentity; <']],
  ['surrogates', '😀 *😀*', ['😀 😀']],
  ['nothing', '', []],
])('%s', async (_, text, expected) => {
  const document = await model(text);
  expect(document.blocks.map((block) => block.text)).toEqual(expected);
  for (const block of document.blocks) checkLocate(document, block, text.replace(/^\uFEFF/, ''));
});

test('limits and encodings', async () => {
  expect(await read('a\n\nb', { ...DEFAULT_LIMITS, blocks: 1 })).toMatchObject({
    ok: true,
    model: { blocks: [{ text: 'a' }] },
    partial: [{ limit: 'blocks' }],
  });
  expect(await read('abc', { ...DEFAULT_LIMITS, textBytes: 2 })).toMatchObject({
    ok: false,
    failure: { kind: 'limit', limit: 'textBytes' },
  });
  expect(await read(Buffer.from([0x61, 0xe4]))).toMatchObject({ ok: false, failure: { kind: 'encoding' } });
});

const human = join(import.meta.dirname, '../../../../../../shared/data/documents/human-markdown/files');

test.skipIf(!existsSync(human))('locates every word of documents by people (skipped without the data folder)', async () => {
  expect.hasAssertions();
  for (const file of readdirSync(human)
    .filter((name) => name.endsWith('.md'))
    .slice(0, 60)) {
    const text = (await readFile(join(human, file), 'utf8')).replace(/^\uFEFF/, '');
    const document = await model(text);
    for (const block of document.blocks) checkLocate(document, block, text);
  }
});

/** Each word stands where `locate` says, or the place has markup, escapes or entities in it. */
function checkLocate(document: Document, block: Block, source: string): void {
  expect(block.prose.length).toBe(block.text.length);
  for (const { 0: word, index } of block.text.matchAll(/[^\s\uFFFC]+/g)) {
    const { excerpt = '' } = document.describe(document.locate(block, index, word.length));
    if (excerpt === word) continue;
    expect(source).toContain(excerpt);
    expect(excerpt).toMatch(/[\\&*_~`[\]()<>]/);
  }
}
