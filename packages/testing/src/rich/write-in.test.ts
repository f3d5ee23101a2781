import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { readDocument, type Document } from '@preflag/readers';
import { describe, expect, test } from 'vitest';
import { writeIn, type WrittenFormat } from './write-in.ts';

/** What is written is what the readers read: the constructs of each format, and not signs that look like them. */

const TEXT = `# Rents in town

- [Causes](#causes)
- [Effects](#effects)
- [Outlook](#outlook)

## Causes

Rents *rose* by **a tenth**, see [the office](https://a.org/x), [the effects](#effects) and [the data](data/x.csv).

1. one
2. two
   - inner
3. three

> A quotation.

## Effects

Table 1: Rents

| Region | Rent |
| --- | --- |
| North | 80 |
| South |  |

![Rents by region](rents.png)

Figure 1: Rents

\`\`\`
code
\`\`\`

### Outlook

The end — “quoted”, 让我继续.
`;
const NOTE = 'Rents rose.[^1]\n\n[^1]: By a tenth.\n';

const BLOCKS: readonly string[] = [
  'heading1 Rents in town',
  'heading2 Causes',
  'paragraph Rents rose by a tenth, see the office, the effects and the data.',
  'listItem one 0:1',
  'listItem two 0:2',
  'listItem inner 1',
  'listItem three 0:3',
  'paragraph> A quotation.',
  'heading2 Effects',
  'paragraph Table 1: Rents',
  'tableCell* Region',
  'tableCell* Rent',
  'tableCell North',
  'tableCell 80',
  'tableCell South',
  'paragraph \uFFFC',
  'paragraph Figure 1: Rents',
  'code code',
  'heading3 Outlook',
  'paragraph The end — “quoted”, 让我继续.',
];

/** Of slides and plain text, which have no levels, quotations and code. */
const ON_SLIDES = BLOCKS.map((block) => block.replace('heading3', 'heading2').replace(/^(?:paragraph>|code)/, 'paragraph'));

async function read(format: WrittenFormat, text: string): Promise<Document> {
  const written = await writeIn(format, text);
  if (!written.isWritten) throw new Error(`not written: ${written.construct}`);
  const folder = await mkdtemp(join(tmpdir(), 'preflag-written-'));
  try {
    const path = join(folder, `a.${format}`);
    await writeFile(path, written.bytes);
    const result = await readDocument({ file: `a.${format}`, path }, format === 'txt' ? 'text' : format, { limits: DEFAULT_LIMITS });
    if (!result.ok) throw new Error(result.failure.text);
    expect(result.partial).toBeUndefined();
    return result.model;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.each(['docx', 'html', 'odt', 'pdf', 'pptx', 'rtf'] as const)('%s', (format) => {
  test('its blocks', async () => {
    const { blocks, parts } = await read(format, TEXT);
    const contents = new Set(parts.contents?.map(({ block }) => block));
    const shown = blocks.flatMap(({ index, type, depth, text, quoted, cell, item }) => {
      const isLeftOut = contents.has(index) || text === 'Contents' || text === '' || type === 'footer';
      const number = item ? ` ${item.level}${item.number === undefined ? '' : `:${item.number}`}` : '';
      return isLeftOut ? [] : [`${type}${depth || ''}${quoted ? '>' : ''}${cell?.header ? '*' : ''} ${text}${number}`];
    });
    expect(shown).toEqual(format === 'pptx' ? ON_SLIDES : BLOCKS);
  });

  test('its parts', async () => {
    const { parts, blocks } = await read(format, TEXT);
    const anchors = new Set(parts.anchors);
    const links = parts.links?.filter(({ block }) => !parts.contents?.some((line) => line.block === block)) ?? [];
    expect(links.map(({ text }) => text)).toEqual(['the office', 'the effects', 'the data']);
    expect(links.filter(({ target }) => target.startsWith('#')).every(({ target }) => anchors.has(target.slice(1)))).toBe(true);
    expect(links.map(({ target }) => target).filter((target) => !target.startsWith('#'))).toEqual(['https://a.org/x', 'data/x.csv']);
    expect(parts.contents?.map(({ text }) => text)).toEqual(['Causes', 'Effects', 'Outlook']);
    expect(parts.images?.map(({ alt, block }) => [alt, blocks[block]?.text])).toEqual([['Rents by region', '\uFFFC']]);
    expect(parts.tables).toMatchObject([{ table: 0, rows: 3, columns: 2, headerRows: 1, widths: [2, 2, 2] }]);
    expect(blocks[parts.tables?.[0]?.after ?? -1]?.text).toBe('Table 1: Rents');
    const captions = format === 'pptx' ? [] : ['table 1', 'figure 1'];
    expect(parts.captions?.map(({ kind, number }) => `${kind} ${number}`)).toEqual(captions);
  });
});

test.each<[WrittenFormat, string]>([
  ['docx', 'By a tenth.'],
  ['html', 'By a tenth. ↩'],
  ['odt', 'By a tenth.'],
  ['pdf', '1 By a tenth.'],
  ['rtf', 'By a tenth.'],
])('footnotes in %s', async (format, text) => {
  const { blocks } = await read(format, NOTE);
  expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'footnote']);
  expect(blocks[1]?.text).toBe(text);
});

test('plain text has headings and items as lines', async () => {
  const { blocks } = await read('txt', '# A\n\nb\n\n- c\n  1. d\n');
  expect(blocks.map(({ text }) => text)).toEqual(['A', 'b', '- c', '1. d']);
});

test('a break between pages', async () => {
  const text = '# A\n\nb\n\n<div style="page-break-after: always"></div>\n\nc\n';
  expect((await read('pptx', text)).blocks.map(({ text: shown, path }) => [shown, path])).toEqual([
    ['A', []],
    ['b', ['A']],
    ['c', ['A']],
  ]);
  expect((await read('pdf', text)).parts.pageCount).toBe(2);
});

test.each<[WrittenFormat, string, string]>([
  ['docx', 'a\n\n---\n\nb', 'a rule between paragraphs'],
  ['html', '<!-- note -->', 'html'],
  ['odt', 'a\u0007', 'control characters'],
  ['pptx', NOTE, 'footnotes'],
  ['rtf', '[^1]: note', 'a footnote without a mark'],
  ['txt', '| a |\n| --- |', 'tables'],
  ['txt', '[a](https://b.org)', 'links'],
])('%s has no form for what is named', async (format, text, construct) => {
  expect(await writeIn(format, text)).toEqual({ isWritten: false, construct });
});
