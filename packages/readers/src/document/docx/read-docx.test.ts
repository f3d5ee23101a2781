import { DEFAULT_LIMITS } from '@preflag/core';
import {
  Document as DocxFile,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docx, field, instruction, model, p, read, run, STRICT, style, styled } from '../../../tests/docx-of.ts';
import type { Document } from '../index.ts';

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

test.each<[string, string, string[]]>([
  ['runs', p(run('Hel') + run('lo', '<w:b/>')), ['paragraph, "Hello"']],
  ['white space around', p('  a  b '), ['paragraph, "a  b"']],
  ['an empty paragraph', p(''), []],
  [
    'tabs, breaks, hyphens',
    p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>'),
    ['paragraph, "a\\tb c\u2011de"'],
  ],
  ['symbols', p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Arial" w:char="2192"/></w:r>'), ['paragraph, "\uFFFC→"']],
  [
    'tracked changes',
    p(
      `<w:ins>${run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveTo>${run(' here')}</w:moveTo><w:moveFrom>${run('there')}</w:moveFrom>`,
    ),
    ['paragraph, "new here"'],
  ],
  ['properties as they were', p(run('a', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')), ['paragraph, "a"']],
  ['hidden text', p(run('seen') + run(' unseen', '<w:vanish/>') + run(' again', '<w:vanish w:val="0"/>')), ['paragraph, "seen again"']],
  ['text that a style hides', p(run('seen') + run(' unseen', '<w:rStyle w:val="Hidden"/>')), ['paragraph, "seen"']],
  [
    'a field',
    p(field('begin') + instruction + field('separate') + run('Figure 1') + field('end') + run(' shows')),
    ['paragraph, "Figure 1 shows"'],
  ],
  [
    'a field in the code of a field',
    p(
      field('begin') +
        instruction +
        field('begin') +
        field('separate') +
        run('inner') +
        field('end') +
        field('separate') +
        run('outer') +
        field('end'),
    ),
    ['paragraph, "outer"'],
  ],
  ['a field that does not end', p(field('begin') + instruction) + p('after'), ['paragraph, "after"']],
  [
    'a field over paragraphs',
    p(field('begin') + instruction + field('separate') + run('one')) + p('two') + p(field('end') + run('three')),
    ['paragraph, "one"', 'paragraph, "two"', 'paragraph, "three"'],
  ],
  ['a simple field', p(`<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple>`), ['paragraph, "7"']],
  [
    'a content control',
    `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:placeholder/></w:sdtPr><w:sdtContent>${p('inside')}</w:sdtContent></w:sdt>`,
    ['paragraph, "inside"'],
  ],
  ['smart tags', p(`<w:smartTag>${run('a')}</w:smartTag>`), ['paragraph, "a"']],
  [
    'ruby',
    p('<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>'),
    ['paragraph, "漢"'],
  ],
  [
    'a text box, once',
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p('box')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('box')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('around')}`,
    ),
    ['paragraph, "around"', 'paragraph, "box"'],
  ],
  [
    'a fallback without a choice',
    p(`<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`),
    ['paragraph, "old"'],
  ],
  [
    'a picture',
    p(`${run('See ')}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A chart"/></wp:inline></w:drawing></w:r>`),
    ['paragraph, "See \uFFFC"'],
  ],
  [
    'a diagram with text',
    p('<w:r><w:drawing><a:txBody><a:p><a:r><a:t>Box</a:t></a:r></a:p></a:txBody></w:drawing></w:r>'),
    ['paragraph, "Box"'],
  ],
  [
    'a formula in text',
    p(`${run('Let ')}<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>${run(' be')}`),
    ['paragraph, "Let x=1 be", prose "Let ___ be"'],
  ],
  ['a formula alone', p('<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>'), ['math, "x=1", prose "___"']],
  ['an address', p('See https://a.example.'), ['paragraph, "See https://a.example.", prose "See _________________."']],
  [
    'code',
    styled('SourceCode', 'x = 1') + p(run('Use ') + run('x', '<w:rStyle w:val="VerbatimChar"/>')),
    ['code, "x = 1", prose "_____"', 'paragraph, "Use x", prose "Use _"'],
  ],
  ['a quote', styled('Quote', 'So it is.'), ['paragraph, "So it is.", quoted']],
])('text: %s', async (_, body, expected) => {
  const styles =
    style('SourceCode', 'Source Code') +
    style('Quote', 'Quote') +
    '<w:style w:type="character" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/></w:style><w:style w:type="character" w:styleId="Hidden"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>';
  expect(outline(await model({ body, styles }))).toEqual(expected);
  expect(outline(await model({ body, styles, namespace: STRICT }))).toEqual(expected);
});

test('headings by built-in name, inheritance, outline level and local ids', async () => {
  const styles =
    style('berschrift2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
    style('Titel', 'Title') +
    style('Mine', 'My heading', '<w:basedOn w:val="berschrift2"/>') +
    style('TOCHeading', 'TOC Heading', '<w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>') +
    style('LoopA', 'A', '<w:basedOn w:val="LoopB"/>') +
    style('LoopB', 'B', '<w:basedOn w:val="LoopA"/>');
  const body = [
    styled('Titel', 'Title'),
    styled('berschrift2', 'Two'),
    styled('Mine', 'Also two'),
    styled('TOCHeading', 'Contents'),
    styled('LoopA', 'Loop'),
    p('Own level', '<w:outlineLvl w:val="2"/>'),
    p('Deep', '<w:outlineLvl w:val="8"/>'),
    p('None', '<w:pStyle w:val="Mine"/><w:outlineLvl w:val="9"/>'),
    styled('Titre1', 'Without a style'),
    styled('Mine', ''),
  ];
  expect(outline(await model({ body: body.join(''), styles }))).toEqual([
    'heading1, "Title"',
    'heading2, "Two", under Title',
    'heading2, "Also two", under Title',
    'paragraph, "Contents", under Title › Also two',
    'paragraph, "Loop", under Title › Also two',
    'heading3, "Own level", under Title › Also two',
    'heading6, "Deep", under Title › Also two › Own level',
    'paragraph, "None", under Title › Also two › Own level › Deep',
    'heading1, "Without a style"',
    'heading2, "", under Without a style',
  ]);
});

test('lists: levels, numbers, restarts, styles', async () => {
  const level = (index: number, format: string, more = ''): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}</w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal')}${level(1, 'lowerLetter')}${level(2, 'bullet')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="2">${level(0, 'decimal')}${level(1, 'bullet', '<w:pStyle w:val="Bullet2"/>')}${level(3, 'none')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
  const styles = style('Bullet2', 'List Bullet 2', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>') + style('H', 'heading 1');
  const item = (text: string, numId: number, ilvl: number, more = ''): string =>
    p(text, `${more}<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
  const body = [
    item('one', 1, 0),
    item('a', 1, 1),
    item('b', 1, 1),
    item('bullet', 1, 2),
    item('two', 1, 0),
    item('a again', 1, 1),
    p('between'),
    item('three', 1, 0),
    item('five', 3, 0),
    item('six', 3, 0),
    styled('Bullet2', 'by style'),
    p('taken out', '<w:pStyle w:val="Bullet2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    item('unknown list', 9, 0),
    item('no sign', 2, 3),
    item('heading', 1, 0, '<w:pStyle w:val="H"/>'),
    item('after', 1, 0),
  ];
  const document = await model({ body: body.join(''), styles, numbering });
  expect(outline(document)).toEqual([
    'listItem, "one", level 0 number 1',
    'listItem, "a", level 1 number 1',
    'listItem, "b", level 1 number 2',
    'listItem, "bullet", level 2',
    'listItem, "two", level 0 number 2',
    'listItem, "a again", level 1 number 1',
    'paragraph, "between"',
    'listItem, "three", level 0 number 3',
    'listItem, "five", level 0 number 5',
    'listItem, "six", level 0 number 6',
    'listItem, "by style", level 1',
    'paragraph, "taken out"',
    'paragraph, "unknown list"',
    'paragraph, "no sign"',
    'heading1, "heading"',
    'listItem, "after", under heading, level 0 number 8',
  ]);
  expect(document.root.children.map(({ type }) => type).slice(0, 3)).toEqual(['list', 'paragraph', 'list']);
});

test('tables: spans, header rows, several paragraphs, frames around content', async () => {
  const tc = (inner: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<') ? inner : p(inner)}</w:tc>`;
  const tr = (cells: string[], properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
  const tbl = (rows: string[], properties = ''): string => `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`;
  const styles = `${style('H', 'heading 1')}<w:style w:type="table" w:styleId="Look"><w:name w:val="Look"/><w:tblStylePr w:type="firstRow"/></w:style>`;
  const body = [
    tbl([
      tr([tc('A'), tc('B'), tc('C')], '<w:tblHeader/>'),
      tr([tc('wide', '<w:gridSpan w:val="2"/>'), tc(p('x') + p('y'))]),
      tr([tc('gone')], '<w:del/>'),
    ]),
    tbl(
      [
        tr([tc('D', '<w:vMerge w:val="restart"/>'), tc('E')]),
        tr([tc(p(''), '<w:vMerge/>'), tc('F')]),
        tr([tc('G')], '<w:gridBefore w:val="1"/>'),
      ],
      '<w:tblStyle w:val="Look"/><w:tblLook w:val="04A0"/>',
    ),
    tbl([tr([tc(p('boxed') + p('content'))])]),
    tbl([tr([tc(styled('H', 'In a frame')), tc(tbl([tr([tc('n1'), tc('n2')])]))])]),
  ];
  expect(outline(await model({ body: body.join(''), styles }))).toEqual([
    'tableCell, "A", 0:0:0 header',
    'tableCell, "B", 0:0:1 header',
    'tableCell, "C", 0:0:2 header',
    'tableCell, "wide", 0:1:0',
    'tableCell, "x\\ny", 0:1:2',
    'tableCell, "D", 1:0:0 header',
    'tableCell, "E", 1:0:1 header',
    'tableCell, "F", 1:1:1',
    'tableCell, "G", 1:2:1',
    'paragraph, "boxed"',
    'paragraph, "content"',
    'heading1, "In a frame"',
    'tableCell, "n1", under In a frame, 2:0:0',
    'tableCell, "n2", under In a frame, 2:0:1',
  ]);
});

test('notes, comments and headers follow the body', async () => {
  const document = await model({
    body: `${styled('Heading1', 'Head')}${p(`${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}<w:r><w:endnoteReference w:id="3"/></w:r>`)}<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>`,
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote><w:footnote w:id="2">${p('A note.')}</w:footnote>`,
    endnotes: `<w:endnote w:id="3">${p('At the end.')}</w:endnote>`,
    comments: `<w:comment w:id="1" w:author="x">${p('Really?')}</w:comment>`,
    header: p('Page head'),
  });
  expect(outline(document)).toEqual([
    'heading1, "Head"',
    'paragraph, "Text[^1].[^e1]", prose "Text____._____", under Head',
    'footnote, "A note."',
    'footnote, "At the end."',
    'comment, "Really?"',
    'header, "Page head"',
  ]);
  expect(document.blocks.map((block) => document.describe(document.locate(block)).place)).toEqual([
    'Head',
    'Head › paragraph 1',
    'footnote 1',
    'footnote 2',
    'comment 1',
    'page header 1',
  ]);
});

test('locates and describes by block', async () => {
  const document = await model({ body: styled('Heading1', 'Head') + p('Some text.') });
  const block = document.blocks[1];
  if (!block) throw new Error('no block');
  expect(document.locate(block)).toEqual({ kind: 'block', index: 1, heading: 'Head' });
  const at = document.locate(block, 5, 4);
  expect(at).toEqual({ kind: 'block', index: 1, heading: 'Head', offset: 5, length: 4 });
  expect(document.describe(at)).toEqual({
    place: 'Head › paragraph 1',
    anchor: 'head › paragraph › some text.',
    excerpt: 'text',
    prefix: 'Some ',
    suffix: '.',
  });
  expect(document.describe({ kind: 'block', index: 99 })).toEqual({ place: 'block', anchor: 'block' });
  expect(document.describe({ kind: 'text', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } })).toEqual({
    place: 'text',
    anchor: 'text',
  });
});

test('the language is that of most of the text', async () => {
  const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>';
  expect((await model({ body: p('a'), styles })).language).toBe('en-US');
  expect((await model({ body: p(run('Ein langer Text', '<w:lang w:val="de-DE"/>') + run('short')), styles })).language).toBe('de-DE');
});

test('what a library writes', async () => {
  const file = new DocxFile({
    footnotes: { 1: { children: [new Paragraph('A note')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Report', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Findings', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({ children: [new TextRun('Plain, '), new TextRun({ text: 'bold', bold: true }), new FootnoteReferenceRun(1)] }),
          new Paragraph({ children: [new ExternalHyperlink({ link: 'https://a.example', children: [new TextRun('a link')] })] }),
          new Paragraph({ text: 'item', bullet: { level: 0 } }),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: ['a', 'b'].map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
            ],
          }),
        ],
      },
    ],
  });
  const document = await model(await Packer.toBuffer(file));
  expect(outline(document)).toEqual([
    'heading1, "Report"',
    'heading2, "Findings", under Report',
    'paragraph, "Plain, bold[^1]", prose "Plain, bold____", under Report › Findings',
    'paragraph, "a link", under Report › Findings',
    'listItem, "item", under Report › Findings, level 0',
    'tableCell, "a", under Report › Findings, 0:0:0 header',
    'tableCell, "b", under Report › Findings, 0:0:1 header',
    'footnote, "A note"',
  ]);
  expect(document.root.children[2]).toEqual({
    type: 'paragraph',
    children: [
      { type: 'text', value: 'Plain, ' },
      { type: 'strong', children: [{ type: 'text', value: 'bold' }] },
      { type: 'footnoteReference', identifier: '1', label: '1' },
    ],
  });
  expect(document.root.children[3]).toEqual({
    type: 'paragraph',
    children: [{ type: 'link', url: 'https://a.example', children: [{ type: 'text', value: 'a link' }] }],
  });
});

test.each<[string, Uint8Array, object]>([
  [
    'a zip without a document',
    zipSync({ 'a.txt': strToU8('x') }),
    { kind: 'corrupt', text: expect.stringContaining('no part word/document.xml') },
  ],
  ['broken xml', docx({ body: '<w:p>' }), { kind: 'corrupt', place: { kind: 'part', name: 'word/document.xml' } }],
  ['a file that is cut off', docx({ body: p('a') }).subarray(0, 300), { kind: 'corrupt' }],
  ['no zip', strToU8('hello'), { kind: 'corrupt' }],
  ['elements in elements', docx({ body: '<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300) }), { kind: 'limit', limit: 'xmlDepth' }],
])('refuses %s', async (_, bytes, failure) => {
  expect(await read(bytes)).toMatchObject({ ok: false, failure });
});

test('what was not read is told', async () => {
  expect(await read(docx({ body: p('a') + p('b') }), { ...DEFAULT_LIMITS, blocks: 1 })).toMatchObject({
    ok: true,
    partial: [{ kind: 'limit', limit: 'blocks' }],
  });
  expect(await read(docx({ body: `${p('a')}<w:altChunk r:id="x"/>` }))).toMatchObject({ ok: true, partial: [{ kind: 'unsupported' }] });
});
