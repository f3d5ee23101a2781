import { expect, test } from 'vitest';
import { field, model, p, run, style, styled, type Parts } from '../../../tests/docx-of.ts';
import type { DocumentParts } from '../parts-model.ts';

const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const complex = (instruction: string, result: string): string =>
  field('begin') + code(instruction) + field('separate') + run(result) + field('end');
const picture = (properties: string, inside = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="127000" cy="254000"/><wp:docPr id="1" name="x" ${properties}>${inside}</wp:docPr><a:graphic><a:blip r:embed="picture"/></a:graphic></wp:inline></w:drawing></w:r>`;
const page = (inside: string): string => `<w:sectPr>${inside}</w:sectPr>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

test.each<[string, Parts, Partial<DocumentParts>]>([
  [
    'tracked changes',
    {
      body: `${p(`${run('We sold ')}<w:del w:author="Ann"><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins w:author="Bob">${run('twelve')}</w:ins>`)}
        ${p(`<w:r><w:rPr><w:b/><w:rPrChange w:author="Ann"><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>`)}
        ${p(`<w:moveFrom w:author="Bob">${run('here')}</w:moveFrom><w:moveTo w:author="Bob">${run('there')}</w:moveTo>`)}`,
    },
    {
      revisions: [
        { kind: 'deletion', author: 'Ann', text: 'ten', block: 0 },
        { kind: 'insertion', author: 'Bob', text: 'twelve', block: 0 },
        { kind: 'formatting', author: 'Ann', text: '', block: 1 },
        { kind: 'move', author: 'Bob', text: 'there', block: 2 },
      ],
    },
  ],
  [
    'comments, and which are done',
    {
      body:
        p('first') +
        p(`<w:commentRangeStart w:id="7"/>${run('second')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="8"/></w:r>`),
      comments: `<w:comment w:id="7" w:author="Ann"><w:p xmlns:w14="x14" w14:paraId="AA">${run('Is that so?')}</w:p></w:comment><w:comment w:id="8">${p('Done.')}</w:comment>`,
      whole: { commentsExtended: '<x:commentsEx xmlns:x="x15"><x:commentEx x:paraId="AA" x:done="1"/></x:commentsEx>' },
    },
    {
      comments: [
        { author: 'Ann', text: 'Is that so?', block: 1, isResolved: true },
        { text: 'Done.', block: 1, isResolved: false },
      ],
    },
  ],
  ['hidden text', { body: p('shown') + p(run('a') + run('not for you', '<w:vanish/>')) }, { hidden: [{ text: 'not for you', block: 1 }] }],
  [
    'highlights, and prompts of content controls',
    {
      body:
        p(`${run('  plain ')}${run('yellow', '<w:highlight w:val="yellow"/>')}${run(' words', '<w:highlight w:val="yellow"/><w:b/>')}`) +
        p(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt>`),
    },
    { highlights: [{ block: 0, offset: 6, length: 12 }], prompts: [{ block: 1, offset: 0, length: 10 }] },
  ],
  [
    'fields with their results',
    {
      body:
        p(`${run('See ')}${complex(' REF _Ref1 \\h ', 'Error! Reference source not found.')}`) +
        p(`<w:fldSimple w:instr=" DATE ">${run('1 May')}</w:fldSimple>`),
    },
    {
      fields: [
        { code: 'REF _Ref1 \\h', result: 'Error! Reference source not found.', block: 0 },
        { code: 'DATE', result: '1 May', block: 1 },
      ],
    },
  ],
  [
    'links and anchors',
    {
      body:
        p(`<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkStart w:id="1" w:name="top"/>${run('Top')}`) +
        p(`<w:hyperlink r:id="link">${run('a')}${run('b', '<w:b/>')}</w:hyperlink>${complex(' HYPERLINK \\l "top" ', 'up')}`),
    },
    {
      anchors: ['top'],
      links: [
        { target: 'https://a.example', text: 'ab', block: 1 },
        { target: '#top', text: 'up', block: 1 },
      ],
    },
  ],
  [
    'images',
    {
      body:
        p(run('x') + picture('descr="A chart"')) +
        p(run('y') + picture('')) +
        p(run('z') + picture('', '<x:decorative xmlns:x="d" val="1"/>')),
    },
    {
      images: [{ alt: 'A chart', block: 0 }, { block: 1 }, { alt: '', block: 2 }].map((image) => ({
        ...image,
        source: 'word/media/a.png',
        width: 10,
        height: 20,
        bytes: 5,
      })),
    },
  ],
  [
    'tables',
    {
      body: `${p('before')}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('wide', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('c')}</w:tr></w:tbl>`,
    },
    { tables: [{ table: 0, rows: 3, columns: 2, headerRows: 1, widths: [2, 2, 1], after: 0 }] },
  ],
  [
    'captions',
    {
      body:
        styled('C', 'Table 2: Sales') +
        p(`${run('Abbildung ')}${complex(' SEQ Abbildung ', '3')}${run(' Umsatz')}`) +
        p('Figure 9 shows it'),
      styles: style('C', 'caption'),
    },
    {
      captions: [
        { block: 0, kind: 'table', number: '2' },
        { block: 1, kind: 'figure', number: '3' },
      ],
    },
  ],
  [
    'a table of contents',
    {
      body:
        p(`${field('begin')}${code(' TOC \\o ')}${field('separate')}${run('1 Intro')}<w:r><w:tab/><w:t>2</w:t></w:r>`) +
        p(`${run('Ends')}<w:r><w:tab/></w:r>${run('14')}${field('end')}`) +
        styled('T2', 'By style\t3'),
      styles: style('T2', 'toc 2'),
    },
    {
      contents: [
        { text: '1 Intro', level: 1, page: '2', block: 0 },
        { text: 'Ends', level: 1, page: '14', block: 1 },
        { text: 'By style', level: 2, page: '3', block: 2 },
      ],
    },
  ],
  [
    'empty paragraphs, but no breaks',
    { body: `${p('a')}${p('')}${p('')}${p('')}${p('b')}${p('')}${p('<w:r><w:br w:type="page"/></w:r>')}${p('c')}${p('')}${p('')}` },
    {
      emptyParagraphs: [
        { after: 0, count: 3 },
        { after: 2, count: 2 },
      ],
    },
  ],
  [
    'pages by section',
    {
      body: `${p('a', page('<w:headerReference r:id="header"/><w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:top="1440" w:right="720" w:bottom="1440" w:left="720"/>'))}${p('b')}${page('<w:pgSz w:w="16840" w:h="11900"/>')}`,
      header: p(`${run('Page ')}${complex(' PAGE ', '1')}`),
    },
    {
      pages: [
        {
          width: 595,
          height: 842,
          margins: { top: 72, right: 36, bottom: 72, left: 36 },
          hasHeader: true,
          hasFooter: false,
          hasPageNumbers: true,
        },
        { width: 842, height: 595, hasHeader: true, hasFooter: false, hasPageNumbers: true },
      ],
    },
  ],
  [
    'fonts in effect',
    {
      body: styled('H', 'Title') + p(run('body text') + run('big', '<w:sz w:val="40"/><w:rFonts w:ascii="Impact"/>')),
      styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>${style('H', 'heading 1', '<w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/><w:sz w:val="32"/></w:rPr>')}`,
      whole: {
        theme:
          '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:majorFont><a:latin typeface="Georgia"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>',
      },
    },
    {
      fonts: [
        { font: 'Calibri', size: 11, role: 'body', units: 9, block: 1 },
        { font: 'Georgia', size: 16, role: 'heading', units: 5, block: 0 },
        { font: 'Impact', size: 20, role: 'body', units: 3, block: 1 },
      ],
    },
  ],
  [
    'how paragraphs look',
    {
      body: p('a') + p('b') + p(run('c', '<w:b/><w:sz w:val="28"/>'), '<w:jc w:val="both"/><w:spacing w:line="360"/>') + styled('Q', 'd'),
      styles: style('Q', 'Block Text', '<w:pPr><w:spacing w:line="300" w:lineRule="exact"/></w:pPr>'),
    },
    {
      paragraphs: [
        { first: 0, last: 1, lineSpacing: 1, alignment: 'left', isBold: false, size: 10, style: '' },
        { first: 2, last: 2, lineSpacing: 1.5, alignment: 'justify', isBold: true, size: 14, style: '' },
        { first: 3, last: 3, alignment: 'left', isBold: false, size: 10, style: 'Block Text' },
      ],
    },
  ],
  [
    'properties and pages',
    {
      body: p('a'),
      whole: {
        core: '<c:coreProperties xmlns:c="c" xmlns:d="d"><d:title>Sales &amp; more</d:title><d:creator>python-docx</d:creator><d:subject> </d:subject></c:coreProperties>',
        app: '<Properties><Application>Word</Application><Pages>3</Pages></Properties>',
      },
    },
    { properties: { title: 'Sales & more', author: 'python-docx', application: 'Word' }, pageCount: 3 },
  ],
])('%s', async (_, parts, expected) => {
  const { parts: found } = await model(parts);
  for (const [name, value] of Object.entries(expected)) expect({ [name]: found[name as keyof DocumentParts] }).toEqual({ [name]: value });
});

test('a document without any of it tells that there is none', async () => {
  const { parts } = await model({ body: p('a') });
  expect(
    Object.entries(parts)
      .flatMap(([name, value]) => (Array.isArray(value) && value.length === 0 ? [name] : []))
      .toSorted(),
  ).toEqual(
    'anchors captions comments contents emptyParagraphs fields hidden highlights images links pages prompts revisions tables'.split(' '),
  );
});
