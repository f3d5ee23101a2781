import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentType } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import { Document as DocxFile, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { expect, test } from 'vitest';
import type { Document } from '../document/index.ts';
import { readDocument } from '../document/index.ts';
import type { Segment } from './index.ts';
import { alignDocuments, readBitext } from './index.ts';

async function fileOf(name: string, content: string | Uint8Array): Promise<{ file: string; path: string }> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), name);
  await writeFile(path, content);
  return { file: name, path };
}

async function read(name: string, content: string | Uint8Array, type: ContentType): Promise<Document> {
  const result = await readDocument(await fileOf(name, content), type, { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

/** A part of the document in both languages. */
type Part =
  | { readonly kind: '#' | '##' | 'p' | '-'; readonly en: string; readonly de: string }
  | { readonly kind: 'row'; readonly en: readonly string[]; readonly de: readonly string[] };

const PARTS: readonly Part[] = [
  { kind: '#', en: 'Annual report', de: 'Jahresbericht' },
  {
    kind: 'p',
    en: 'This report describes the year 2025 at Acme and what comes next.',
    de: 'Dieser Bericht beschreibt das Jahr 2025 bei Acme und was als Nächstes kommt.',
  },
  { kind: 'p', en: 'It was written by the finance team.', de: 'Er wurde vom Finanzteam geschrieben.' },
  { kind: '##', en: 'Revenue', de: 'Umsatz' },
  {
    kind: 'p',
    en: 'Revenue grew by 12% to 4.5 million euros, which is more than the board expected when it planned the year.',
    de: 'Der Umsatz wuchs um 12 % auf 4,5 Millionen Euro, mehr als der Vorstand bei der Planung des Jahres erwartet hatte.',
  },
  { kind: 'p', en: 'Three regions did well.', de: 'Drei Regionen schnitten gut ab.' },
  { kind: '-', en: 'North grew by 20%', de: 'Der Norden wuchs um 20 %' },
  { kind: '-', en: 'West opened two offices in Lyon and Nantes', de: 'Der Westen eröffnete zwei Büros in Lyon und Nantes' },
  { kind: '-', en: 'South kept its prices', de: 'Der Süden hielt seine Preise' },
  { kind: 'p', en: 'The table shows the figures for each of them.', de: 'Die Tabelle zeigt die Zahlen für jede von ihnen.' },
  { kind: 'row', en: ['Region', 'Amount'], de: ['Region', 'Betrag'] },
  { kind: 'row', en: ['North', '1,200'], de: ['Nord', '1.200'] },
  { kind: 'row', en: ['West', '2,050'], de: ['West', '2.050'] },
  { kind: 'row', en: ['South', '1,250'], de: ['Süd', '1.250'] },
  { kind: '##', en: 'Outlook', de: 'Ausblick' },
  {
    kind: 'p',
    en: 'We expect a slower year because two large contracts end in March and energy prices stay high.',
    de: 'Wir erwarten ein langsameres Jahr, weil zwei große Verträge im März enden und die Energiepreise hoch bleiben.',
  },
  { kind: 'p', en: 'Hiring stops until summer.', de: 'Bis zum Sommer wird niemand eingestellt.' },
  { kind: '##', en: 'Contact', de: 'Kontakt' },
  { kind: 'p', en: 'Write to team@acme.example with any questions.', de: 'Bei Fragen schreiben Sie an team@acme.example.' },
];

function markdown(parts: readonly Part[], language: 'en' | 'de'): string {
  let last = '';
  let text = '';
  for (const part of parts) {
    const line =
      part.kind === 'row' ? `| ${part[language].join(' | ')} |` : part.kind === 'p' ? part[language] : `${part.kind} ${part[language]}`;
    text += `${last === part.kind && part.kind !== 'p' ? '\n' : '\n\n'}${line}`;
    if (part.kind === 'row' && last !== 'row') text += '\n|---|---|';
    last = part.kind;
  }
  return text.trim();
}

async function docx(parts: readonly Part[], language: 'en' | 'de'): Promise<Uint8Array> {
  const rows = parts.filter((part) => part.kind === 'row');
  const children = parts.flatMap((part): (Paragraph | Table)[] => {
    if (part.kind === '#') return [new Paragraph({ text: part[language], heading: HeadingLevel.HEADING_1 })];
    if (part.kind === '##') return [new Paragraph({ text: part[language], heading: HeadingLevel.HEADING_2 })];
    if (part.kind === '-') return [new Paragraph({ text: part[language], bullet: { level: 0 } })];
    if (part.kind === 'p') return [new Paragraph(part[language])];
    if (part !== rows[0]) return [];
    return [
      new Table({
        rows: rows.map(
          (row) => new TableRow({ children: row[language].map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
        ),
      }),
    ];
  });
  return Packer.toBuffer(new DocxFile({ sections: [{ children }] }));
}

function textsOf(part: Part, language: 'en' | 'de'): readonly string[] {
  return part.kind === 'row' ? part[language] : [part[language]];
}

const PAIRS = PARTS.flatMap((part) => textsOf(part, 'en').map((en, index) => [en, textsOf(part, 'de')[index]]));

async function segmentsOf(target: readonly Part[], source: readonly Part[] = PARTS): Promise<readonly Segment[]> {
  const [from, to] = [await read('a.md', markdown(source, 'en'), 'markdown'), await read('b.md', markdown(target, 'de'), 'markdown')];
  return alignDocuments(from, to, { source: 'en', target: 'de' }).segments;
}

const sides = (segments: readonly Segment[]): unknown[] => segments.map(({ source, target }) => [source, target]);

test('the same structure is aligned exactly, whatever the formats', async () => {
  const files = {
    en: [await read('a.md', markdown(PARTS, 'en'), 'markdown'), await read('a.docx', await docx(PARTS, 'en'), 'docx')],
    de: [await read('b.md', markdown(PARTS, 'de'), 'markdown'), await read('b.docx', await docx(PARTS, 'de'), 'docx')],
  };
  for (const source of files.en) {
    for (const target of files.de) {
      const { segments } = alignDocuments(source, target, { source: 'en', target: 'de' });
      expect(sides(segments)).toEqual(PAIRS);
      expect(new Set(segments.map(({ alignment }) => alignment))).toEqual(new Set(['exact']));
    }
  }
});

const at = (en: string): number => PARTS.findIndex((part) => textsOf(part, 'en')[0] === en);

test.each<[string, string, string?]>([
  ['the first paragraph', 'This report describes the year 2025 at Acme and what comes next.'],
  ['a paragraph', 'It was written by the finance team.'],
  ['a long paragraph', 'Revenue grew by 12% to 4.5 million euros, which is more than the board expected when it planned the year.'],
  ['the last paragraph', 'Write to team@acme.example with any questions.'],
  ['the first list item', 'North grew by 20%'],
  ['a list item', 'West opened two offices in Lyon and Nantes'],
  ['the last list item', 'South kept its prices'],
  ['a table row', 'North'],
  ['the last table row', 'South'],
  ['a heading', 'Outlook'],
  ['the first heading', 'Annual report'],
  ['the last heading', 'Contact'],
  ['the first section', 'Annual report', 'Revenue'],
  ['a section', 'Revenue', 'Outlook'],
  ['another section', 'Outlook', 'Contact'],
  ['the last section', 'Contact', ''],
  ['a whole table', 'Region', 'Outlook'],
])('%s is missing: it has no target and its neighbours are paired right', async (_, first, next) => {
  const start = at(first);
  const end = next === undefined ? start + 1 : next === '' ? PARTS.length : at(next);
  const missing = new Set(PARTS.slice(start, end).flatMap((part) => textsOf(part, 'en')));
  const kept = PARTS.filter((__, index) => index < start || index >= end);
  expect(sides(await segmentsOf(kept))).toEqual(PAIRS.map(([en, de]) => [en, missing.has(en ?? '') ? undefined : de]));
});

test.each<[string, number, Part]>([
  ['a paragraph at the start', 0, { kind: 'p', en: '', de: 'Übersetzt von einer Maschine, bitte vor der Verwendung prüfen.' }],
  ['a paragraph', 2, { kind: 'p', en: '', de: 'Diesen Satz hat die Übersetzung erfunden, im Original steht er nicht.' }],
  ['a list item', 7, { kind: '-', en: '', de: 'Der Osten verkaufte 40 Maschinen nach Polen und Ungarn' }],
  ['a table row', 13, { kind: 'row', en: [], de: ['Ost', '9.999'] }],
  ['a section', 17, { kind: '##', en: '', de: 'Zusammenfassung der Ergebnisse' }],
  ['a paragraph at the end', 19, { kind: 'p', en: '', de: 'Ich hoffe, diese Übersetzung hilft Ihnen weiter!' }],
])('%s was added: it has no source and its neighbours are paired right', async (_, index, part) => {
  const segments = await segmentsOf(PARTS.toSpliced(index, 0, part));
  const added = segments.filter(({ source }) => source === undefined);
  expect(added.map(({ target }) => target)).toEqual(textsOf(part, 'de'));
  expect(sides(segments.filter(({ source }) => source !== undefined))).toEqual(PAIRS);
});

test('two paragraphs that became one, and one that became two', async () => {
  const [first, second] = [PARTS[1], PARTS[2]];
  if (first?.kind !== 'p' || second?.kind !== 'p') throw new Error('not these parts');
  const joined: Part = { kind: 'p', en: `${first.en} ${second.en}`, de: `${first.de} ${second.de}` };
  const merged = PARTS.toSpliced(1, 2, joined);
  expect(sides(await segmentsOf(merged))[1]).toEqual([joined.en, joined.de]);
  expect(sides(await segmentsOf(PARTS, merged))[1]).toEqual([joined.en, joined.de]);
});

test('segment ids are those of the source, and stay', async () => {
  const ids = (await segmentsOf(PARTS)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((_, index) => [0, 1, 3, 7, 12].includes(index))).toEqual([
    'heading: Annual report',
    'Annual report › paragraph 1',
    'Annual report › heading: Revenue',
    'Annual report › Revenue › list item 2',
    'Annual report › Revenue › table 1, row 2, column 1',
  ]);
  expect((await segmentsOf(PARTS.toSpliced(4, 1))).map(({ id }) => id)).toEqual(ids);
});

test('Chinese, with headings of other lengths and a paragraph missing', async () => {
  const en =
    '# Report\n\nThe model was tested on 1,200 documents in 2024.\n\nAll of them were written by people who work in offices.\n\n## Results\n\nIt found 95 of 100 planted errors.\n\nGitHub hosts the code.';
  const zh = '# 报告\n\n该模型于2024年在1,200份文件上进行了测试。\n\n## 结果\n\n它在100个植入错误中发现了95个。\n\n代码托管在GitHub上。';
  const bitext = alignDocuments(await read('a.md', en, 'markdown'), await read('b.md', zh, 'markdown'), { target: 'zh-CN' });
  expect(sides(bitext.segments)).toEqual([
    ['Report', '报告'],
    ['The model was tested on 1,200 documents in 2024.', '该模型于2024年在1,200份文件上进行了测试。'],
    ['All of them were written by people who work in offices.', undefined],
    ['Results', '结果'],
    ['It found 95 of 100 planted errors.', '它在100个植入错误中发现了95个。'],
    ['GitHub hosts the code.', '代码托管在GitHub上。'],
  ]);
});

test('describes segments in the words of the target', async () => {
  const [from, to] = [
    await read('a.md', markdown(PARTS, 'en'), 'markdown'),
    await read('b.md', markdown(PARTS.toSpliced(5, 1), 'de'), 'markdown'),
  ];
  const bitext = alignDocuments(from, to, { source: 'en', target: 'de' });
  expect(bitext).toMatchObject({ kind: 'bitext', file: 'b.md', sourceFile: 'a.md', sourceLanguage: 'en', targetLanguage: 'de' });
  expect(bitext.describe({ kind: 'segment', id: 'Annual report › paragraph 2', offset: 3, length: 5 })).toEqual({
    place: 'Jahresbericht › paragraph 2',
    anchor: 'Annual report › paragraph 2',
    excerpt: 'wurde',
    prefix: 'Er ',
    suffix: ' vom Finanzteam geschrieben.',
  });
  expect(bitext.describe({ kind: 'segment', id: 'Annual report › Revenue › paragraph 2' })).toEqual({
    place: 'after Umsatz › paragraph 1',
    anchor: 'Annual report › Revenue › paragraph 2',
    excerpt: 'Three regions did well.',
  });
  expect(bitext.describe({ kind: 'segment', id: 'nothing' })).toEqual({ place: 'segment', anchor: 'segment' });
  expect(bitext.describe({ kind: 'text', start: { line: 1, column: 3 }, end: { line: 1, column: 16 } })).toMatchObject({
    place: 'Jahresbericht',
    excerpt: 'Jahresbericht',
  });
  const roles: unknown[] = [];
  void bitext.scan([{ item: 'block', only: ['listItem'], visit: (segment) => roles.push((segment as Segment).target) }]);
  expect(roles).toEqual(['Der Norden wuchs um 20 %', 'Der Westen eröffnete zwei Büros in Lyon und Nantes', 'Der Süden hielt seine Preise']);
});

test('empty documents', async () => {
  const [empty, full] = [await read('a.md', '', 'markdown'), await read('b.md', 'a', 'markdown')];
  expect(alignDocuments(empty, empty, {}).segments).toEqual([]);
  expect(sides(alignDocuments(full, empty, {}).segments)).toEqual([['a', undefined]]);
  expect(sides(alignDocuments(empty, full, {}).segments)).toEqual([[undefined, 'a']]);
});

test('readBitext reads what is not read yet, and says what it cannot', async () => {
  const [md, json] = [await fileOf('a.md', '# A\n'), await fileOf('a.json', '{"a": "x"}')];
  const options = { limits: DEFAULT_LIMITS };
  const target = await read('b.md', '# B\n', 'markdown');
  expect(await readBitext({ source: { ...md, type: 'markdown' }, target }, options)).toMatchObject({
    ok: true,
    model: { segments: [{ source: 'A', target: 'B' }] },
  });
  expect(await readBitext({ source: { ...json, type: 'json' }, target: { ...json, type: 'json' } }, options)).toMatchObject({
    ok: true,
    model: { segments: [{ id: '/a', source: 'x', target: 'x' }] },
  });
  expect(await readBitext({ source: { ...json, type: 'json' }, target }, options)).toMatchObject({
    ok: false,
    failure: { kind: 'unsupported' },
  });
  expect(await readBitext({ source: { ...md, type: 'doc' }, target }, options)).toMatchObject({
    ok: false,
    failure: {
      kind: 'unsupported',
      text: expect.stringContaining('The source a.md was not read in full. The file is a Word document of before 2007'),
    },
  });
});
