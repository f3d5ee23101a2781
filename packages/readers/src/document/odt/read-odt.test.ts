import { describe, expect, test } from 'vitest';
import { modelOf, odt, readBytes } from '../../../tests/document-of.ts';

const list = (inner: string): string =>
  `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>${inner}`;

test.each<[string, string, readonly string[]]>([
  ['headings', '<text:h text:outline-level="2">A</text:h><text:p text:style-name="Title">B</text:p>', ['heading2 A', 'heading1 B']],
  ['white space', '<text:p>\n  a   b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e </text:p>', ['paragraph a b  c\td e']],
  ['spans', '<text:p>a<text:span text:style-name="B">b</text:span>c</text:p>', ['paragraph abc']],
  ['hidden text', '<text:p>a<text:span text:style-name="Hid">b</text:span></text:p>', ['paragraph a']],
  ['a hidden section', '<text:section text:display="none"><text:p>a</text:p></text:section><text:p>b</text:p>', ['paragraph b']],
  [
    'quotes and code',
    '<text:p text:style-name="Quotations">a</text:p><text:p text:style-name="Preformatted_20_Text">b</text:p>',
    ['paragraph> a', 'code b'],
  ],
  [
    'notes',
    '<text:p>a<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>b</text:p>',
    ['paragraph a[^1]b', 'footnote n'],
  ],
  [
    'a text box',
    '<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>',
    ['paragraph a', 'paragraph box'],
  ],
  ['a shape', '<text:p>a<draw:custom-shape><text:p>in</text:p></draw:custom-shape>b</text:p>', ['paragraph ab', 'paragraph in']],
  ['fields', '<text:p>Page <text:page-number>3</text:page-number></text:p>', ['paragraph Page 3']],
  ['nothing', '', []],
])('%s', async (_, text, expected) => {
  const automatic =
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>';
  const { blocks } = await modelOf(odt({ text, automatic }), 'odt');
  expect(blocks.map(({ type, depth, quoted, text: shown }) => `${type}${depth || ''}${quoted ? '>' : ''} ${shown}`)).toEqual(expected);
});

test('lists count, and the first paragraph of an item is the item', async () => {
  const text = `<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:p>more</text:p>
   <text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>
   <text:list-item><text:p>c</text:p></text:list-item><text:list-item text:start-value="7"><text:p>d</text:p></text:list-item></text:list>`;
  const { blocks } = await modelOf(odt({ text, automatic: list('') }), 'odt');
  expect(blocks.map(({ type, item, text: shown }) => [type, shown, item])).toEqual([
    ['listItem', 'a', { level: 0, ordered: true, number: 1 }],
    ['paragraph', 'more', undefined],
    ['listItem', 'b', { level: 1, ordered: false }],
    ['listItem', 'c', { level: 0, ordered: true, number: 2 }],
    ['listItem', 'd', { level: 0, ordered: true, number: 7 }],
  ]);
});

test('tables have their header rows, and cells that cover others', async () => {
  const cell = (inner: string, attributes = ''): string => `<table:table-cell${attributes}><text:p>${inner}</text:p></table:table-cell>`;
  const text = `<table:table><table:table-header-rows><table:table-row>${cell('a', ' table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('b')}</table:table-row></table:table-header-rows>
   <table:table-row>${cell('c', ' table:number-rows-spanned="2"')}${cell('d')}${cell('e')}</table:table-row><table:table-row><table:covered-table-cell/>${cell('f')}${cell('g')}</table:table-row></table:table>`;
  const { blocks, parts } = await modelOf(odt({ text }), 'odt');
  expect(blocks.map(({ text: shown, cell: at }) => `${shown} ${at?.row},${at?.column},${at?.header}`)).toEqual([
    'a 0,0,true',
    'b 0,2,true',
    'c 1,0,false',
    'd 1,1,false',
    'e 1,2,false',
    'f 2,1,false',
    'g 2,2,false',
  ]);
  expect(parts.tables).toEqual([{ table: 0, rows: 3, columns: 3, headerRows: 1, widths: [3, 3, 3], after: -1 }]);
});

test('tracked changes: what is inserted is text, what is deleted is not', async () => {
  const info = '<office:change-info><dc:creator>Ada</dc:creator><dc:date>2026-01-01</dc:date></office:change-info>';
  const region = (id: string, kind: string, inner = ''): string =>
    `<text:changed-region text:id="${id}"><text:${kind}>${info}${inner}</text:${kind}></text:changed-region>`;
  const text = `<text:tracked-changes>${region('i', 'insertion')}${region('d', 'deletion', '<text:p>gone</text:p>')}${region('f', 'format-change')}</text:tracked-changes>
   <text:p>a <text:change-start text:change-id="i"/>new</text:p><text:p>more<text:change-end text:change-id="i"/> b<text:change text:change-id="d"/></text:p>
   <text:p><text:change-start text:change-id="f"/>c<text:change-end text:change-id="f"/></text:p>`;
  const { blocks, parts } = await modelOf(odt({ text }), 'odt');
  expect(blocks.map(({ text: shown }) => shown)).toEqual(['a new', 'more b', 'c']);
  expect(parts.revisions).toEqual([
    { kind: 'insertion', author: 'Ada', text: 'new', block: 0 },
    { kind: 'insertion', author: 'Ada', text: 'more', block: 1 },
    { kind: 'deletion', author: 'Ada', text: 'gone', block: 1 },
    { kind: 'formatting', author: 'Ada', text: '', block: 2 },
  ]);
});

test('what hangs on the text', async () => {
  const text = `<text:p>First</text:p><text:p>About this<office:annotation office:name="c1" loext:resolved="true"><dc:creator>Ben</dc:creator><dc:date>2026</dc:date><text:p>Why?</text:p></office:annotation>
   <text:a xlink:href="https://a.example">here</text:a><text:bookmark text:name="there"/><text:placeholder>&lt;name&gt;</text:placeholder></text:p>
   <text:p><draw:frame svg:width="2.54cm" svg:height="1in"><draw:image xlink:href="Pictures/a.png"/><svg:desc>A chart</svg:desc></draw:frame></text:p>
   <text:p>Table <text:sequence text:name="Table">1</text:sequence>: Sales</text:p>
   <text:p>See <text:a xlink:href="#1.Results|outline">results</text:a></text:p><text:h text:outline-level="1">Results</text:h>
   <text:table-of-content><text:table-of-content-source><text:p>template</text:p></text:table-of-content-source><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title><text:p text:style-name="Contents_20_1">Results<text:tab/>1</text:p></text:index-body></text:table-of-content>`;
  const { blocks, parts } = await modelOf(odt({ text }), 'odt');
  expect(blocks.at(-1)).toMatchObject({ type: 'comment', text: 'Why?' });
  expect(parts.comments).toEqual([{ author: 'Ben', text: 'Why?', block: 1, isResolved: true }]);
  expect(parts.links?.map(({ target }) => target)).toEqual(['https://a.example', '#1.Results|outline']);
  expect(parts.anchors).toEqual(['there', '1.Results|outline']);
  expect(parts.prompts).toHaveLength(1);
  expect(parts.images).toEqual([{ alt: 'A chart', source: 'Pictures/a.png', width: 72, height: 72, block: 2, bytes: 7 }]);
  expect(parts.captions).toEqual([{ block: 3, kind: 'table', number: '1' }]);
  expect(parts.contents).toEqual([{ text: 'Results', level: 1, page: '1', block: 7 }]);
  expect([parts.fonts, parts.paragraphs]).toEqual([undefined, undefined]);
});

test('pages, their headers, and what the file says of itself', async () => {
  const pages = `<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles>
   <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:header><text:p>Top</text:p></style:header><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page>
   <style:master-page style:name="Other" style:page-layout-name="pm"/></office:master-styles>`;
  const meta = '<dc:title>T</dc:title><meta:initial-creator>Ada</meta:initial-creator><meta:document-statistic meta:page-count="4"/>';
  const styles =
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="AT"/></style:default-style>';
  const { blocks, parts, language } = await modelOf(odt({ text: '<text:p>a</text:p>', pages, meta, styles }), 'odt');
  expect(blocks.map(({ type, text }) => `${type} ${text}`)).toEqual(['paragraph a', 'header Top', 'footer 1']);
  expect(parts.pages).toMatchObject([{ hasHeader: true, hasFooter: true, hasPageNumbers: true }]);
  expect(Math.round(parts.pages?.[0]?.width ?? 0)).toBe(595);
  expect([parts.properties, parts.pageCount, language]).toEqual([{ title: 'T', author: 'Ada' }, 4, 'de-AT']);
});

test('fonts and looks: of a span, of a style and those that it is based on, of the document', async () => {
  const styles = `<style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif1" fo:font-size="12pt"/></style:default-style>
   <style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:line-height="150%"/></style:style>
   <style:style style:name="Heading" style:family="paragraph"><style:text-properties fo:font-size="14pt" fo:font-family="'Open Sans', sans-serif"/></style:style>
   <style:style style:name="Heading_20_1" style:family="paragraph" style:parent-style-name="Heading"><style:text-properties fo:font-size="150%"/></style:style>`;
  const automatic = `<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Body"/>
   <style:style style:name="T1" style:family="text"><style:text-properties style:font-name="Courier" fo:font-size="10pt"/></style:style>`;
  const text = `<text:h text:outline-level="1" text:style-name="Heading_20_1">Title</text:h>
   <text:p text:style-name="P1">One two three <text:span text:style-name="T1">four</text:span></text:p><text:p text:style-name="Body">Five</text:p>`;
  const { parts } = await modelOf(odt({ text, styles, automatic }), 'odt');
  expect(parts.fonts?.map(({ font, size, role, units }) => [font, size, role, units])).toEqual([
    ['Serif1', 12, 'body', 17],
    ['Open Sans', 21, 'heading', 5],
    ['Courier', 10, 'body', 4],
  ]);
  expect(parts.paragraphs).toMatchObject([
    { first: 1, last: 1, alignment: 'justify', lineSpacing: 1.5, size: 12, isBold: false },
    { first: 2, last: 2, alignment: 'justify', lineSpacing: 1.5 },
  ]);
});

test('one flat file is read as a package is', async () => {
  const flat = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>T</dc:title></office:meta>
 <office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="AT"/></style:default-style></office:styles>
 <office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/></style:page-layout>
 <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/></office:automatic-styles>
 <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:footer><text:p>Foot</text:p></style:footer></style:master-page></office:master-styles>
 <office:body><office:text><text:h text:outline-level="1">A</text:h><text:p text:style-name="P1">b<draw:frame><draw:image><office:binary-data>iVBORw0K</office:binary-data></draw:image></draw:frame></text:p></office:text></office:body></office:document>`;
  const { blocks, parts, language } = await modelOf(Buffer.from(flat), 'odt');
  expect(blocks.map(({ type, text, quoted }) => `${type}${quoted ? '>' : ''} ${text}`)).toEqual([
    'heading A',
    'paragraph> b\uFFFC',
    'footer Foot',
  ]);
  expect([parts.properties, parts.pages?.length, language]).toEqual([{ title: 'T' }, 1, 'de-AT']);
  expect(await readBytes(Buffer.from('<?xml version="1.0"?><a>b</a>'), 'odt')).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
  expect(await readBytes(Buffer.from(flat.slice(0, -40)), 'odt')).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
});

test('links to files beside the document, captions by their style, and contents without pages', async () => {
  const styles = `<style:style style:name="Caption" style:family="paragraph"/><style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>`;
  const automatic = '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Contents_20_2"/>';
  const text = `<text:p><text:a xlink:href="../data/a.csv">data</text:a> <text:a xlink:href="https://a.example/../b">web</text:a></text:p>
   <text:p text:style-name="Illustration">Figure 4: Rents</text:p><text:table-of-content><text:index-body><text:p>Contents</text:p><text:p text:style-name="P2">Results</text:p></text:index-body></text:table-of-content>`;
  const { parts } = await modelOf(odt({ text, styles, automatic }), 'odt');
  expect(parts.links?.map(({ target }) => target)).toEqual(['data/a.csv', 'https://a.example/../b']);
  expect(parts.captions).toEqual([{ block: 1, kind: 'figure', number: '4' }]);
  expect(parts.contents).toEqual([{ text: 'Results', level: 2, block: 3 }]);
});

describe('files that are not as they should be', () => {
  test('a password', async () => {
    const manifest = '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>';
    expect(await readBytes(odt({ text: '', manifest }), 'odt')).toMatchObject({ ok: false, failure: { kind: 'encrypted' } });
  });

  test('a manifest of before 2008', async () => {
    const bytes = odt({ text: '<text:p>a</text:p>', manifest: '' });
    expect((await modelOf(bytes, 'odt')).blocks).toHaveLength(1);
  });

  test.each(Array.from({ length: 10 }, (_, at) => at * 10))('cut to %i %%', async (percent) => {
    const bytes = odt({ text: '<text:p>a</text:p>'.repeat(2_000) });
    const result = await readBytes(bytes.subarray(0, (bytes.length * percent) / 100), 'odt');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
  });

  test.each(['text:p', 'text:span', 'text:list', 'table:table'])('%s in each other without end', async (name) => {
    const result = await readBytes(odt({ text: `<${name}>`.repeat(100_000) }), 'odt');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'limit', limit: 'xmlDepth' } });
  });
});
