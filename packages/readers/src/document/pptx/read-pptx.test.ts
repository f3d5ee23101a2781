import { describe, expect, test } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ap, modelOf, pptx, readBytes, sp, type SlideSpec } from '../../../tests/document-of.ts';

const TITLE = '<p:ph type="title"/>';
const BODY = '<p:ph idx="1"/>';
const titled = (title: string, more = ''): SlideSpec => ({ shapes: `${more}${sp(ap(title), TITLE)}` });

async function shown(...slides: readonly SlideSpec[]): Promise<readonly string[]> {
  const { blocks } = await modelOf(pptx(slides), 'pptx');
  return blocks.map(({ type, depth, item, text }) => `${type}${depth || ''}${item ? `${item.level}${item.number ?? '-'}` : ''} ${text}`);
}

test.each<[string, SlideSpec, readonly string[]]>([
  ['the title comes first', titled('A', sp(ap('b'))), ['heading1 A', 'paragraph b']],
  ['bullets by the master', { shapes: sp(ap('a') + ap('b', '<a:pPr lvl="1"/>'), BODY) }, ['listItem0- a', 'listItem1- b']],
  ['a paragraph without its bullet', { shapes: sp(ap('a', '<a:pPr><a:buNone/></a:pPr>'), BODY) }, ['paragraph a']],
  [
    'numbers',
    { shapes: sp(['a', 'b'].map((text) => ap(text, '<a:pPr><a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>')).join('')) },
    ['listItem03 a', 'listItem04 b'],
  ],
  ['runs and breaks', { shapes: sp('<a:p><a:r><a:rPr b="1"/><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p>') }, ['paragraph a b']],
  ['a title in two lines', { shapes: sp(ap('a') + ap('b'), TITLE) }, ['heading1 a b']],
  ['an empty title', { shapes: sp('<a:p/>', TITLE) + sp(ap('a')) }, ['paragraph a']],
  ['a group', { shapes: `<p:grpSp>${sp(ap('a'))}${sp(ap('b'))}</p:grpSp>` }, ['paragraph a', 'paragraph b']],
  [
    'number and date',
    { shapes: sp(ap('7'), '<p:ph type="sldNum"/>') + sp(ap('May'), '<p:ph type="dt"/>') + sp(ap('Acme'), '<p:ph type="ftr"/>') },
    ['footer Acme'],
  ],
  [
    'notes',
    { shapes: sp(ap('a')), notes: sp(ap('say this'), '<p:ph type="body"/>') + sp(ap('7'), '<p:ph type="sldNum"/>') },
    ['paragraph a', 'notes say this'],
  ],
  [
    'a diagram',
    {
      shapes:
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="2" name="d"/></p:nvGraphicFramePr><dgm:relIds r:dm="diagram"/></p:graphicFrame>',
      diagram: `<dgm:ptLst><dgm:pt><dgm:t><a:bodyPr/>${ap('step')}</dgm:t></dgm:pt></dgm:ptLst>`,
    },
    ['paragraph step'],
  ],
])('%s', async (_, slide, expected) => {
  expect(await shown(slide)).toEqual(expected);
});

test('the cover is above all, and the head of a section above its slides', async () => {
  const cover: SlideSpec = { shapes: sp(ap('Deck'), '<p:ph type="ctrTitle"/>'), layout: 'title' };
  const section: SlideSpec = { ...titled('Part'), layout: 'secHead' };
  expect(await shown(cover, titled('A'), section, titled('B'))).toEqual(['heading1 Deck', 'heading2 A', 'heading2 Part', 'heading3 B']);
  expect(await shown(titled('A'), section, titled('B'))).toEqual(['heading1 A', 'heading1 Part', 'heading2 B']);
});

test('a second cover is above all, and a slide without a title belongs to none before it', async () => {
  const cover: SlideSpec = { shapes: sp(ap('Deck'), '<p:ph type="ctrTitle"/>'), layout: 'title' };
  expect(await shown(cover, titled('A'), cover)).toEqual(['heading1 Deck', 'heading2 A', 'heading1 Deck']);
  const { blocks } = await modelOf(pptx([cover, titled('A', sp(ap('of a'))), { shapes: sp(ap('alone')) }]), 'pptx');
  expect(blocks.map(({ text, path }) => [text, path])).toEqual([
    ['Deck', []],
    ['A', ['Deck']],
    ['of a', ['Deck', 'A']],
    ['alone', ['Deck']],
  ]);
});

test('links to slides, to one that was deleted, and an agenda of them', async () => {
  const link = (id: string, text: string): string => `<a:p><a:r><a:rPr><a:hlinkClick r:id="${id}"/></a:rPr><a:t>${text}</a:t></a:r></a:p>`;
  const deck = pptx([titled('Agenda', sp(link('toA', 'A') + link('toA', 'also A') + link('toNone', 'gone'))), titled('A')]);
  const linked = editParts(deck, (parts) => {
    const rels = parts['ppt/slides/_rels/slide0.xml.rels'] ?? '';
    const to = (id: string, target: string): string => `<Relationship Id="${id}" Type="http://x/slide" Target="${target}"/>`;
    parts['ppt/slides/_rels/slide0.xml.rels'] = rels.replace(
      '</Relationships>',
      `${to('toA', 'slide1.xml')}${to('toNone', 'NULL')}</Relationships>`,
    );
  });
  const { parts } = await modelOf(linked, 'pptx');
  expect(parts.anchors).toEqual(['slide0.xml', 'slide1.xml']);
  expect(parts.links?.map(({ target }) => target)).toEqual(['#slide1.xml', '#slide1.xml', '#NULL']);
  expect(parts.contents?.map(({ text }) => text)).toEqual(['A', 'also A', 'gone']);
});

test('tables, pictures, links and places', async () => {
  const cell = (text: string, attributes = ''): string => `<a:tc${attributes}><a:txBody>${ap(text)}</a:txBody></a:tc>`;
  const table = `<p:graphicFrame><a:tbl><a:tblPr firstRow="1"/><a:tr>${cell('a', ' gridSpan="2"')}${cell('', ' hMerge="1"')}</a:tr><a:tr>${cell('b')}${cell('c')}</a:tr></a:tbl></p:graphicFrame>`;
  const picture =
    '<p:pic><p:nvPicPr><p:cNvPr id="4" name="p" descr="A chart"/></p:nvPicPr><p:blipFill><a:blip r:embed="picture"/></p:blipFill><a:xfrm><a:ext cx="914400" cy="457200"/></a:xfrm></p:pic>';
  const link = sp('<a:p><a:r><a:rPr><a:hlinkClick r:id="link"/></a:rPr><a:t>here</a:t></a:r></a:p>');
  const document = await modelOf(pptx([titled('One'), titled('Two', table + picture + link)]), 'pptx');
  const { blocks, parts } = document;
  expect(blocks.filter(({ cell: at }) => at).map(({ text, cell: at }) => `${text} ${at?.row},${at?.column},${at?.header}`)).toEqual([
    'a 0,0,true',
    'b 1,0,false',
    'c 1,1,false',
  ]);
  expect(parts.tables).toMatchObject([{ widths: [2, 2], headerRows: 1 }]);
  expect(parts.images).toMatchObject([{ alt: 'A chart', source: 'ppt/media/a.png', width: 72, height: 36, bytes: 7 }]);
  expect(parts.links).toMatchObject([{ target: 'https://a.example', text: 'here' }]);
  expect(parts).toMatchObject({ pageCount: 2, pages: [{ width: 960, height: 540, hasPageNumbers: false }] });
  expect(document.describe(document.locate(blocks.at(-1)!)).place).toBe('slide 2 › Two › paragraph 2');
});

test('hidden slides and shapes are hidden text', async () => {
  const { blocks, parts } = await modelOf(
    pptx([titled('One'), { ...titled('Backup'), isHidden: true }, { shapes: sp(ap('secret'), '', ' hidden="1"') + sp(ap('a')) }]),
    'pptx',
  );
  expect(blocks.map(({ text }) => text)).toEqual(['One', 'a']);
  expect(parts.hidden?.map(({ text }) => text)).toEqual(['secret', 'Backup']);
  expect(parts.pageCount).toBe(2);
});

test('comments, old and new', async () => {
  const old = '<p:cm authorId="0"><p:text>Why?</p:text></p:cm>';
  const threaded = `<p:cm authorId="{A}" status="resolved"><p:replyLst><p:reply authorId="0"><p:txBody>${ap('Done')}</p:txBody></p:reply></p:replyLst><p:txBody>${ap('Mend')}</p:txBody></p:cm>`;
  const authors = '<p:cmAuthor id="0" name="Ada"/><p:cmAuthor id="{A}" name="Ben"/>';
  const { parts } = await modelOf(
    pptx(
      [
        { ...titled('A'), comments: old },
        { ...titled('B'), comments: threaded },
      ],
      authors,
    ),
    'pptx',
  );
  expect(parts.comments).toEqual([
    { author: 'Ada', text: 'Why?', isResolved: false, block: 0 },
    { author: 'Ben', text: 'Mend', isResolved: true, block: 1 },
    { author: 'Ada', text: 'Done', isResolved: true, block: 1 },
  ]);
});

describe('files that are not as they should be', () => {
  test.each(Array.from({ length: 10 }, (_, at) => at * 10))('cut to %i %%', async (percent) => {
    const bytes = pptx(Array.from({ length: 20 }, (_, at) => titled(`Slide ${at}`)));
    const result = await readBytes(bytes.subarray(0, (bytes.length * percent) / 100), 'pptx');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
  });

  test('groups in groups without end', async () => {
    const result = await readBytes(pptx([{ shapes: '<p:grpSp>'.repeat(100_000) }]), 'pptx');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'limit', limit: 'xmlDepth' } });
  });
});

function editParts(bytes: Uint8Array, edit: (parts: Record<string, string>) => void): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  edit(parts);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
