import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadResult } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { pdfOf, type PdfText } from '../../../tests/pdf-of.ts';
import type { Document } from '../index.ts';
import { readDocument } from '../index.ts';

async function read(bytes: Uint8Array): Promise<ReadResult<Document>> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.pdf');
  await writeFile(path, bytes);
  return readDocument({ file: 'a.pdf', path }, 'pdf', { limits: DEFAULT_LIMITS });
}

async function model(bytes: Uint8Array): Promise<Document> {
  const result = await read(bytes);
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

const outline = ({ blocks }: Document): readonly string[] => blocks.map(({ type, depth, text }) => `${type}${depth || ''} ${text}`);
const PAGE: readonly PdfText[] = [
  ['Sales grew in', 72, 700],
  ['every region.', 72, 686],
  ['Costs fell.', 72, 650],
];

describe('the blocks of a pdf', () => {
  it.each<[string, Buffer, readonly string[]]>([
    ['paragraphs by their distance', pdfOf({ pages: [PAGE] }), ['paragraph Sales grew in every region.', 'paragraph Costs fell.']],
    [
      'letters of another size are another paragraph, and no heading',
      pdfOf({ pages: [[['Results', 72, 720, 20], ...PAGE]] }),
      ['paragraph Results', 'paragraph Sales grew in every region.', 'paragraph Costs fell.'],
    ],
    [
      'headings that the outline names',
      pdfOf({ pages: [[['1  Results', 72, 720, 20], ...PAGE]], outline: [['1 Results', 0]] }),
      ['heading1 1 Results', 'paragraph Sales grew in every region.', 'paragraph Costs fell.'],
    ],
    [
      'tagged headings and paragraphs',
      pdfOf({
        pages: [
          [
            ['Results', 72, 720, 12],
            ['Sales grew.', 72, 706],
            ['Costs fell.', 72, 692],
          ],
        ],
        tags: ['H2', 'P', 'P'],
      }),
      ['heading2 Results', 'paragraph Sales grew.', 'paragraph Costs fell.'],
    ],
    [
      'list items',
      pdfOf({
        pages: [
          [
            ['- one', 72, 700],
            ['- two', 72, 686],
          ],
        ],
      }),
      ['listItem - one', 'listItem - two'],
    ],
    [
      'columns of a table stand apart',
      pdfOf({
        pages: [
          [
            ['North', 72, 700],
            ['12', 300, 700],
          ],
        ],
      }),
      ['paragraph North\t12'],
    ],
    [
      'a word that is parted at the end of a line, where it stands elsewhere',
      pdfOf({
        pages: [
          [
            ['The agreement and the agree-', 72, 700],
            ['ment of the well-', 72, 686],
            ['known client', 72, 672],
          ],
        ],
      }),
      ['paragraph The agreement and the agreement of the well-known client'],
    ],
    [
      'what runs through the pages, once',
      pdfOf({ pages: [1, 2, 3].map((page) => [['Acme Ltd', 72, 780], ...PAGE, [`Page ${page} of 3`, 280, 20]] as const) }),
      [
        ...[1, 2, 3].flatMap(() => ['paragraph Sales grew in every region.', 'paragraph Costs fell.']),
        'header Acme Ltd',
        'footer Page 1 of 3',
      ],
    ],
    ['no text', pdfOf({ pages: [[]] }), []],
  ])('%s', async (_, bytes, expected) => {
    expect(outline(await model(bytes))).toEqual(expected);
  });

  it('places are pages and boxes, and are found again', async () => {
    const document = await model(pdfOf({ pages: [[['First page', 72, 700]], PAGE] }));
    const block = document.blocks[1]!;
    const at = document.locate(block, block.text.indexOf('region'), 6);
    expect(at).toEqual({ kind: 'page', page: 1, box: [72, 102, expect.any(Number), 117] });
    expect(document.describe(at)).toMatchObject({ place: 'page 2 › paragraph 2', excerpt: 'every region.', prefix: 'Sales grew in ' });
    expect(document.describe(document.locate(block)).excerpt).toBe('Sales grew in every region.');
  });
});

describe('what a pdf has beside its text', () => {
  it('pages, title, language, outline, fonts', async () => {
    const { parts, language } = await model(
      pdfOf({
        pages: [PAGE, [['outside', 590, 400]], []],
        outline: [
          ['Start', 0],
          ['End', 2],
        ],
        info: { Title: 'Sales', Author: 'Ann', Producer: 'Tool' },
        language: 'en-GB',
      }),
    );
    expect(language).toBe('en-GB');
    expect(parts).toMatchObject({
      pageCount: 3,
      pages: [{ width: 600, height: 800, hasPageNumbers: false }],
      properties: { title: 'Sales', author: 'Ann', application: 'Tool' },
      contents: [
        { text: 'Start', level: 1, page: '1' },
        { text: 'End', level: 1, page: '3' },
      ],
      pdf: { version: '1.7', isTagged: false, isRecovered: false, hasOutline: true, fonts: [{ name: 'Helvetica', isEmbedded: false }] },
    });
    expect(parts.pdf?.pages.map(({ units, unitsOutside }) => [units, unitsOutside])).toEqual([
      [37, 0],
      // The library leaves out the letters that are not on the page.
      [2, 2],
      [0, 0],
    ]);
    expect(parts.tables).toBeUndefined();
  });
});

describe('damaged and locked files', () => {
  const whole = pdfOf({ pages: [PAGE, PAGE] });

  it.each([
    ['cut at the end', whole.subarray(0, whole.length - 10), 'its end is missing, so that it was cut off'],
    ['cut in half', whole.subarray(0, whole.length / 2), 'its end is missing, so that it was cut off'],
    [
      'with an end that leads elsewhere',
      Buffer.from(whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'),
      'its directory is not where its end says',
    ],
  ])('a file %s is said to be damaged', async (_, bytes, what) => {
    const result = await read(bytes);
    const failures = result.ok ? result.partial : [result.failure];
    expect(failures).toEqual([{ kind: 'corrupt', text: `The pdf is damaged: ${what}. Export it again.` }]);
  });

  it('white space behind the end, and bytes before the beginning, are no damage', async () => {
    const result = await read(Buffer.concat([whole, Buffer.from('\r\n\n   ')]));
    expect([result.ok, result.ok && result.partial]).toEqual([true, undefined]);
  });

  it('a password', async () => {
    const result = await read(pdfOf({ pages: [PAGE], isLocked: true }));
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'encrypted', text: 'The pdf is protected by a password: deliver it without one.' },
    });
  });

  it('what is no pdf at all', async () => {
    const result = await read(Buffer.from('%PDF-1.7\nnothing'));
    expect(result).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
  });

  it('a file cut anywhere never throws', async () => {
    for (let length = 0; length < whole.length; length += 97) await read(whole.subarray(0, length));
    expect(whole.length).toBeGreaterThan(1000);
  });
});
