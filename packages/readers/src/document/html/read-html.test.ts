import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import type { Document } from '../index.ts';
import { readDocument } from '../index.ts';
import type { DocumentParts } from '../parts-model.ts';

async function read(html: string | Uint8Array): Promise<ReadResult<Document>> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.html');
  await writeFile(path, html);
  return readDocument({ file: 'a.html', path }, 'html', { limits: DEFAULT_LIMITS });
}

async function model(html: string | Uint8Array): Promise<Document> {
  const result = await read(html);
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

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

describe('notes at the end of a page', () => {
  it.each(['role="doc-endnotes"', 'data-footnotes class="x"', 'class="footnotes footnotes-end-of-document"'])('%s', async (mark) => {
    const document = await model(`<p>Text.</p><section ${mark}><hr><ol><li><p>A note.</p></li><li>Another.</li></ol></section>`);
    expect(document.blocks.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'paragraph Text.',
      'footnote A note.',
      'footnote Another.',
    ]);
  });

  it('a caption is what stands before its table', async () => {
    const { parts } = await model(
      '<p>a</p><table><caption>Table 1: b</caption><tr><th>c</th><th>d</th></tr><tr><td>1</td><td>2</td></tr></table>',
    );
    expect([parts.captions, parts.tables?.[0]?.after]).toEqual([[{ block: 1, kind: 'table', number: '1' }], 1]);
  });
});

describe('the blocks of a page', () => {
  it.each<[string, string, string[]]>([
    [
      'headings and paragraphs',
      '<h1>One</h1>\n<p>A  <b>b</b>\n c</p><h2>Two</h2>text<div>more</div>',
      [
        'heading1, "One"',
        'paragraph, "A b c", under One',
        'heading2, "Two", under One',
        'paragraph, "text", under One › Two',
        'paragraph, "more", under One › Two',
      ],
    ],
    [
      'lists',
      '<ol start=3><li>a<ul><li><p>b</p></li></ul></li><li>c</li></ol>',
      ['listItem, "a", level 0 number 3', 'listItem, "b", level 1', 'listItem, "c", level 0 number 4'],
    ],
    [
      'tables with spans',
      '<table><thead><tr><th>a<th colspan=2>b</thead><tbody><tr><td rowspan=2>1<td>2<td>3<tr><td>4<td><p>5</p><p>6</p></table>',
      [
        'tableCell, "a", 0:0:0 header',
        'tableCell, "b", 0:0:1 header',
        'tableCell, "1", 0:1:0',
        'tableCell, "2", 0:1:1',
        'tableCell, "3", 0:1:2',
        'tableCell, "4", 0:2:1',
        'tableCell, "5\\n6", 0:2:2',
      ],
    ],
    [
      'a table that lays out the page',
      '<table role=presentation><tr><td><h1>T</h1><p>x</table>',
      ['heading1, "T"', 'paragraph, "x", under T'],
    ],
    [
      'code, quotes and breaks',
      '<pre>a\n b</pre><blockquote><p>q</blockquote><p>x<br>y <code>z</code>',
      ['code, "a\\n b", prose "____"', 'paragraph, "q", quoted', 'paragraph, "x y z", prose "x y _"'],
    ],
    [
      'references to characters',
      '<p>a&nbsp;b &lt;i&gt; &amp;amp; &#8364; &copy2024 &zzz; AT&T',
      ['paragraph, "a\u00A0b <i> &amp; € ©2024 &zzz; AT&T"'],
    ],
    [
      'what is not shown',
      '<head><title>T</title><style>p{}</style></head><script>1</script><p hidden>no<p style="color:red;display: none">no<p>yes<template>no</template>',
      ['paragraph, "yes"'],
    ],
    ['images', '<p>See <img src=a.png alt="A chart"> here', ['paragraph, "See \uFFFC here"']],
    ['nothing', '', []],
  ])('%s', async (_, html, expected) => {
    expect(outline(await model(html))).toEqual(expected);
  });

  it.each([
    ['text as it stands', '<p>one <b>two</b> three', 'two', 'two'],
    ['over markup', '<p>one <b>two</b> three', 'two three', 'two</b> three'],
    ['with a reference', '<h1>x</h1>\n<p>5&nbsp;km', '\u00A0', '&nbsp;'],
    ['over a line end', '<p>one\n   two', 'one two', 'one\n   two'],
  ])('a place is found again: %s', async (_, html, text, excerpt) => {
    const document = await model(html);
    const block = document.blocks.at(-1)!;
    const at = document.locate(block, block.text.indexOf(text), text.length);
    expect(document.describe(at).excerpt).toBe(excerpt);
  });
});

describe('what a page has beside its text', () => {
  it.each<[string, string, Partial<DocumentParts>]>([
    [
      'title, author, program',
      '<head><title> A &amp; B </title><meta name=author content=Ann><meta name=generator content=Tool></head>',
      { properties: { title: 'A & B', author: 'Ann', application: 'Tool' } },
    ],
    [
      'anchors and links',
      '<h1 id=top>T</h1><p><a name=x></a><a href="#top">up</a> and <a href="b.html"><b>on</b></a>',
      {
        anchors: ['top', 'x'],
        links: [
          { target: '#top', text: 'up', block: 1 },
          { target: 'b.html', text: 'on', block: 1 },
        ],
      },
    ],
    [
      'images',
      '<p><img src=a.png alt=""><img src=b.png width=96 height=48>',
      {
        images: [
          { source: 'a.png', alt: '', block: 0 },
          { source: 'b.png', block: 0, width: 72, height: 36 },
        ],
      },
    ],
    [
      'tables',
      '<p>x<table><tr><th>a<th>b<tr><td>1</table>',
      { tables: [{ table: 0, rows: 2, columns: 2, headerRows: 1, widths: [2, 1], after: 0 }] },
    ],
    [
      'captions',
      '<table><caption>Table 2: Sales</caption><tr><td>1<td>2</table><figure><img src=a.png alt=x><figcaption>Growth</figcaption></figure>',
      {
        captions: [
          { block: 0, kind: 'table', number: '2' },
          { block: 4, kind: 'figure' },
        ],
      },
    ],
    ['hidden text', '<p>yes<p hidden>not <b>for</b> you', { hidden: [{ text: 'not for you', block: 0 }] }],
    [
      'a table of contents',
      '<nav><ul><li><a href="#a">A</a><ul><li><a href="#b">B</a></ul></ul></nav>',
      {
        contents: [
          { text: 'A', level: 1, block: 0 },
          { text: 'B', level: 2, block: 1 },
        ],
      },
    ],
  ])('%s', async (_, html, expected) => {
    const { parts } = await model(html);
    for (const [name, value] of Object.entries(expected)) expect({ [name]: parts[name as keyof DocumentParts] }).toEqual({ [name]: value });
  });

  it('its language', async () => {
    expect((await model('<html lang=de-AT><p>x')).language).toBe('de-AT');
    expect((await model('<p>x')).language).toBeUndefined();
  });
});

describe('what stands around the text', () => {
  const kinds = async (html: string): Promise<readonly string[]> => (await model(html)).blocks.map(({ type, text }) => `${type} ${text}`);

  it.each([
    [
      '<nav><h1>Site</h1><ul><li><a href="b.html">Next</a></ul></nav><h1>T</h1><p>x',
      ['header Site', 'header Next', 'heading T', 'paragraph x'],
    ],
    ['<div role="navigation"><h3>Contents</h3><a href="#a">A</a></div><p>x', ['header Contents', 'contents A', 'paragraph x']],
    ['<h2>Causes<a class="headerlink" href="#causes">¶</a></h2>', ['heading Causes']],
    ['<h2>Causes <a href="#causes"><span>#</span></a></h2>', ['heading Causes']],
    ['<p>See <a href="#1">1</a> and <a href="https://a.example">#</a>.', ['paragraph See 1 and #.']],
  ])('%s', async (html, expected) => {
    expect(await kinds(html)).toEqual(expected);
  });

  it('is no hidden text, and no link to be filled in', async () => {
    const { parts } = await model(
      '<div role="search" style="display: none"><h3>Quick search</h3></div><nav><a href="#">This page</a> <a href="#a">A</a></nav>',
    );
    expect([parts.hidden, parts.links?.map(({ target }) => target)]).toEqual([[], ['#a']]);
  });
});

describe('odd pages', () => {
  it.each([
    ['declared by the page', '<meta charset="iso-8859-2"><p>', [0xb1], 'ą'],
    ['declared by nobody', '<p>', [0x80], '€'],
  ])('an encoding %s', async (_, html, bytes, text) => {
    expect((await model(Buffer.concat([Buffer.from(html), Buffer.from(bytes)]))).blocks[0]?.text).toBe(text);
  });

  it('elements nested without end are read as deep as the limit, and it is said', async () => {
    const result = await read(`<p>before</p>${'<div>'.repeat(1000)}deep${'</div>'.repeat(1000)}<p>after</p>`);
    expect(result.ok && [result.model.blocks.map(({ text }) => text), result.partial]).toEqual([
      ['before', 'after'],
      [{ kind: 'limit', limit: 'xmlDepth', text: 'Elements are nested deeper than 256; what is inside was not read.' }],
    ]);
  });

  it('a page that nests elements to stop its readers is refused', async () => {
    const result = await read('<div>'.repeat(100_000));
    expect(result.ok ? result : result.failure).toMatchObject({ kind: 'limit', limit: 'xmlDepth' });
  });

  it('broken markup is read as browsers do', async () => {
    expect(outline(await model('<p>a<p>b</div><li>c<table><tr>d<td>e<td>f'))).toEqual([
      'paragraph, "a"',
      'paragraph, "b"',
      'paragraph, "cd"',
      'tableCell, "e", 0:0:0',
      'tableCell, "f", 0:0:1',
    ]);
  });
});
