import { DEFAULT_LIMITS } from '@preflag/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelOf, readBytes, rtf } from '../../../tests/document-of.ts';

const STYLES =
  '{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel0 heading 1;}{\\*\\cs10 Default Paragraph Font;}{\\s2 Heading 2;}{\\s3\\b Title;}}';

test.each<[string, string, readonly string[]]>([
  ['paragraphs', 'a\\par b\\par', ['paragraph a', 'paragraph b']],
  ['a last paragraph without its end', 'a\\par b', ['paragraph a', 'paragraph b']],
  [
    'headings by style',
    `${STYLES}\\pard\\s1 A\\par\\pard\\s2 B\\par\\pard\\s3 C\\par\\pard d\\par`,
    ['heading1 A', 'heading2 B', 'heading1 C', 'paragraph d'],
  ],
  ['a heading by its own level', '\\pard\\outlinelevel2 A\\par', ['heading3 A']],
  ['bytes of the code page', "M\\'fcller \\'80\\par", ['paragraph Müller €']],
  ['bytes of the code page of a font', "{\\f1 \\'cf\\'f0}\\par", ['paragraph Пр']],
  ['Unicode', 'caf\\u233? \\uc0\\u-10179\\u-8704\\par', ['paragraph café 😀']],
  ['more than one sign in its place', "\\uc2\\u8364\\'80x!\\par", ['paragraph €!']],
  ['signs', 'a\\~b\\emdash c\\_d\\{e\\}\\\\\\par', ['paragraph a\u00A0b—c‑d{e}\\']],
  ['line ends', 'a\r\nb\\line c\\tab d\\par', ['paragraph ab c\td']],
  ['what programs keep for themselves', 'a{\\*\\unknown{\\b x}}b{\\pict\\pngblip 89504e47}\\par', ['paragraph ab\uFFFC']],
  ['bytes that look like text', 'a{\\object{\\*\\objdata}{\\result r}}\\bin5 {}\\{xb\\par', ['paragraph arb']],
  ['hidden and deleted text', 'a{\\v b}{\\deleted c}d\\par', ['paragraph ad']],
  [
    'list items',
    "{\\listtext 2.\\tab}\\ls1 a\\par\\pard{\\pntext\\f2\\'b7\\tab}b\\par\\pard c\\par",
    ['listItem a 2', 'listItem b', 'paragraph c'],
  ],
  ['a note', 'a{\\super\\chftn}{\\footnote\\pard n\\par}b\\par', ['paragraph a[^1]b', 'footnote n']],
  ['a link', '{\\field{\\*\\fldinst{HYPERLINK "https://a.example"}}{\\fldrslt{\\ul here}}} b\\par', ['paragraph here b']],
  [
    'headers',
    '{\\header\\pard H\\par}{\\footer\\pard {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}a\\par',
    ['paragraph a', 'header H', 'footer 1'],
  ],
  ['names that are no words of the format', '\\constructor\\toString a\\par', ['paragraph a']],
])('%s', async (_, body, expected) => {
  const { blocks } = await modelOf(rtf(body), 'rtf');
  expect(
    blocks.map(({ type, depth, item, text }) => `${type}${depth || ''} ${text}${item?.number === undefined ? '' : ` ${item.number}`}`),
  ).toEqual(expected);
});

test('tables are put together from their rows', async () => {
  const row = (definition: string, ...cells: readonly string[]): string =>
    `\\trowd${definition}${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join('')}\\row`;
  const { blocks, parts } = await modelOf(
    rtf(
      `before\\par${row('\\trhdr\\cellx1000\\cellx2000', 'a', 'b')}${row('\\cellx2010', 'wide')}${row('\\cellx1000\\clvmrg\\cellx2000', 'c', '')}\\pard after\\par`,
    ),
    'rtf',
  );
  expect(blocks.map(({ text, cell }) => (cell ? `${text} ${cell.row},${cell.column},${cell.header}` : text))).toEqual([
    'before',
    'a 0,0,true',
    'b 0,1,true',
    'wide 1,0,false',
    'c 2,0,false',
    'after',
  ]);
  expect(parts.tables).toEqual([{ table: 0, rows: 3, columns: 2, headerRows: 1, widths: [2, 2, 2], after: 0 }]);
});

test('what hangs on the text', async () => {
  const { parts, language } = await modelOf(
    rtf(`{\\*\\revtbl{Unknown;}{Ada;}}{\\info{\\title T}{\\author Ben}{\\nofpages4}}\\deflang2057\\paperw11906\\paperh16838\\margl1440
a{\\revised\\revauth1 new}{\\deleted\\revauthdel1 old}\\par {\\*\\bkmkstart there}b{\\*\\bkmkend there}{\\*\\atnid B}{\\*\\atnauthor Ben}\\chatn{\\*\\annotation{\\*\\atndate 1}Why?}\\par
{\\highlight7 c}{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv A chart}}}\\pngblip 00}}{\\nonshppict{\\pict 00}}\\par
{\\footer {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}`),
    'rtf',
  );
  expect(parts.revisions).toEqual([
    { kind: 'insertion', author: 'Ada', text: 'new', block: 0 },
    { kind: 'deletion', author: 'Ada', text: 'old', block: 0 },
  ]);
  expect(parts.comments).toEqual([{ author: 'Ben', text: 'Why?', block: 1, isResolved: false }]);
  expect(parts.anchors).toEqual(['there']);
  expect(parts.images).toEqual([{ alt: 'A chart', source: 'number 1', block: 2 }]);
  expect(parts.highlights).toEqual([{ block: 2, offset: 0, length: 1 }]);
  expect(parts.pages).toMatchObject([{ hasFooter: true, hasHeader: false, hasPageNumbers: true, margins: { left: 72 } }]);
  expect([parts.properties, parts.pageCount, language]).toEqual([{ title: 'T', author: 'Ben' }, 4, 'en-GB']);
});

test('fonts, sizes and looks are those of the group and the paragraph', async () => {
  const body = `\\pard\\qj\\sl360\\slmult1 one {\\f1\\fs20 two} three\\par\\pard\\plain\\sl-400\\slmult0\\fs28 four\\par`;
  const { parts } = await modelOf(
    Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\froman Times New Roman{\\*\\falt Times};}{\\f1\\fmodern Courier;}}${body}}`),
    'rtf',
  );
  expect(parts.fonts?.map(({ font, size, units }) => [font, size, units])).toEqual([
    ['Times New Roman', 12, 8],
    ['Times New Roman', 14, 4],
    ['Courier', 10, 3],
  ]);
  expect(parts.paragraphs).toMatchObject([
    { alignment: 'justify', lineSpacing: 1.5, size: 12 },
    { alignment: 'left', size: 14 },
  ]);
  expect(parts.paragraphs?.[1]).not.toHaveProperty('lineSpacing');
  const plain = await modelOf(
    Buffer.from('{\\rtf1{\\fonttbl\\f0\\fswiss Helvetica-BoldOblique;\\f1 ArialMT;}\\f1 a\\par\\f0 bc\\par}'),
    'rtf',
  );
  expect(plain.parts.fonts?.map(({ font }) => font)).toEqual(['Helvetica', 'Arial']);
});

test('contents, quotations, code and captions by their styles, and links without an address', async () => {
  const styles = '{\\stylesheet{\\ql Normal;}{\\s21 toc 1;}{\\s11 caption;}{\\s12 Quote;}{\\s13 HTML Preformatted;}}';
  const contents = '{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt \\pard\\s21 Causes\\tab 2\\par\\pard\\s21 Effects\\tab 3\\par}}';
  const body = `${styles}${contents}\\pard\\s12 said\\par\\pard\\s13 code\\par\\pard\\s11 Table 2: Rents\\par\\pard {\\field{\\*\\fldinst HYPERLINK ""}{\\fldrslt here}}\\par`;
  const { blocks, parts } = await modelOf(rtf(body), 'rtf');
  expect(blocks.map(({ type, quoted }) => (quoted ? `${type}>` : type))).toEqual([
    'contents',
    'contents',
    'paragraph>',
    'code',
    'paragraph',
    'paragraph',
  ]);
  expect(parts.contents).toEqual([
    { text: 'Causes', level: 1, page: '2', block: 0 },
    { text: 'Effects', level: 1, page: '3', block: 1 },
  ]);
  expect(parts.captions).toEqual([{ block: 4, kind: 'table', number: '2' }]);
  expect(parts.links).toEqual([{ target: '', text: 'here', block: 5 }]);
});

describe('files that are not as they should be', () => {
  test.each([
    ['braces that open', '{'.repeat(1_000_000), { ok: false, failure: { kind: 'limit', limit: 'xmlDepth' } }],
    ['braces that close', '}'.repeat(1_000_000), { ok: true }],
    ['words', '\\b\\i0'.repeat(200_000), { ok: true }],
    ['a backslash at the end', '\\', { ok: true }],
    ['bytes beyond the end', '\\bin2000000000', { ok: true, partial: [{ kind: 'corrupt' }] }],
    ['fields in fields', '{\\field{\\*\\fldinst X}{\\fldrslt '.repeat(100), { ok: true, partial: [{ kind: 'corrupt' }] }],
  ])('%s', async (_, body, expected) => {
    expect(await readBytes(rtf(body), 'rtf')).toMatchObject(expected);
  });

  test('a file that is cut off is said to be, and its text is read', async () => {
    const bytes = rtf('a\\par b\\par');
    expect(await readBytes(bytes.subarray(0, -2), 'rtf')).toMatchObject({ ok: true, partial: [{ kind: 'corrupt' }] });
    expect(await readBytes(Buffer.from('{\\r'), 'rtf')).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
    expect(await readBytes(bytes, 'rtf', { ...DEFAULT_LIMITS, partBytes: 10 })).toMatchObject({
      ok: false,
      failure: { limit: 'partBytes' },
    });
  });

  test('any words in any order end in a model or a failure', async () => {
    const words =
      `\\par \\cell \\row \\trowd \\cellx9 \\intbl \\pard \\s1 { } {\\* \\field \\fldinst \\fldrslt \\footnote \\annotation \\header \\pict
      \\stylesheet \\fonttbl \\info \\revtbl \\sect \\u9 \\uc3 \\v \\deleted \\listtext \\bin2 \\'e4 text ;`.split(/\s+/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 60 }), async (tokens) => {
        const result = await readBytes(rtf(tokens.join(' ')), 'rtf');
        expect(result.ok || result.failure.kind).not.toBe('unsupported');
        expect(result).not.toMatchObject({ ok: false, failure: { text: expect.stringContaining('could not be read') as string } });
      }),
      { numRuns: 200 },
    );
  });
});
