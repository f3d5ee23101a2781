import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { check, type Report } from 'preflag';
import type { Surroundings } from '@preflag/core';
import { validateReport } from '@preflag/core/report';
import { toReportFile } from '@preflag/reporters';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Orders');
  sheet.addRow(['id', 'customer', 'region', 'date', 'amount']);
  for (let index = 1; index <= 20; index++) sheet.addRow([`A${index}`, 'Birch', 'North', 'May', index === 12 ? { error: '#REF!' } : index]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function around(
  files: Readonly<Record<string, Uint8Array>>,
  rule: string,
  job?: object,
  source = '# One\n\n23 men went home.\n',
): Promise<Surroundings | undefined> {
  const report: Report = await check(
    { files },
    { surroundings: true, only: [rule], ...(job && { job, inputs: { 'a.md': utf8(source) } }) },
  );
  expect(validateReport(toReportFile([report], '0.0.0'))).toEqual([]);
  return report.findings[0]?.surroundings;
}

const JOB = {
  version: 1,
  id: 'j',
  inputs: ['a.md'],
  deliverables: [{ path: 'a.de.md', type: 'translation', source: 'a.md', language: 'de' }],
};

describe('surroundings', () => {
  it('show the rows and columns around a cell, with the header and the first column', async () => {
    expect(await around({ 'a.xlsx': await workbook() }, 'spreadsheet/error-value')).toEqual({
      kind: 'grid',
      sheet: 'Orders',
      columns: ['A', 'C', 'D', 'E'],
      rows: [
        { number: 1, isHeader: true, cells: ['id', 'region', 'date', 'amount'] },
        ...[11, 12, 13, 14, 15].map((number) => ({
          number,
          isHeader: false,
          cells: [`A${number - 1}`, 'North', 'May', number === 13 ? '#REF!' : String(number - 1)],
        })),
      ],
      hit: { rows: [3, 3], columns: [3, 3] },
    });
  });

  it('show the lines around a cell of a csv', async () => {
    const rows = ['id,name,amount', '1,a,2', '2,b,x', '3,c,4'];
    expect(
      await around({ 'a.csv': utf8(`${[...rows, '4,d\u0000,5', '5,e,6', '6,f,7', '7,g,8'].join('\n')}\n`) }, 'spreadsheet/*'),
    ).toMatchObject({
      kind: 'grid',
      columns: ['A', 'B', 'C'],
      rows: [{ number: 1, isHeader: true }, { number: 3 }, { number: 4 }, { number: 5 }, { number: 6 }, { number: 7 }],
      hit: { rows: [3, 3] },
    });
  });

  it('show the paragraph around a text', async () => {
    const text = '# Sales\n\nRevenue was [insert figure here] in the third quarter.\n\nNothing else.\n';
    expect(await around({ 'a.md': utf8(text) }, 'formatting/placeholder-text')).toEqual({
      kind: 'text',
      before: 'Revenue was ',
      text: '[insert figure here]',
      after: ' in the third quarter.',
    });
  });

  it('show the source beside the target', async () => {
    expect(await around({ 'a.de.md': utf8('# Eins\n\n17 Männer gingen nach Hause.\n') }, 'translation/number-changed', JOB)).toEqual({
      kind: 'pair',
      source: '23 men went home.',
      target: '17 Männer gingen nach Hause.',
      at: [0, 2],
      sourceAt: [[0, 2]],
      targetLanguage: 'de',
    });
  });

  it('show the place in a long text, and what it was translated from', async () => {
    const clauses = (words: (number: number) => string): string =>
      `# One\n\n${Array.from({ length: 60 }, (_, index) => words(index + 1)).join(' ')}\n`;
    const source = clauses((number) => `Clause ${number} says that flat ${number + 100} is kept clean.`);
    const target = clauses((number) => `Absatz ${number} sagt, dass Wohnung ${number === 47 ? 174 : number + 100} sauber zu halten ist.`);
    const found = await around({ 'a.de.md': utf8(target) }, 'translation/number-changed', JOB, source);
    if (found?.kind !== 'pair') throw new Error('There is no pair.');
    expect([found.source.length, found.target.length].every((length) => length <= 1000)).toBe(true);
    expect(found.at && found.target.slice(...found.at)).toBe('174');
    expect(found.sourceAt?.map((span) => found.source.slice(...span))).toEqual(['147']);
    expect(found.source).toMatch(/^….*Clause 47 says.*…$/);
  });
});

describe('what the job asks for', () => {
  it('is proved, failed, or left open with the reason', async () => {
    const job = {
      version: 1,
      id: 'j',
      title: 'A report',
      brief: 'Say how it went.',
      deliverables: [
        { path: 'a.md', type: 'report', asked: 'short', length: { words: { max: 3 } }, sections: ['One'], language: 'en', data: ['a.csv'] },
        { path: 'b.md' },
        { path: 'c.md', optional: true },
      ],
      rubric: [
        { id: 'nice', statement: 'It reads well' },
        { id: 'one', level: 'optional', statement: 'It has One', provedBy: ['report-structure/section-missing'] },
      ],
    };
    const text = '# Title\n\n## One\n\nIt went well, and nothing is open.\n';
    const { asked, brief, title } = await check({ files: { 'a.md': utf8(text) } }, { job, inputs: { 'a.csv': utf8('a,b\n1,2\n') } });
    expect([brief, title]).toEqual(['Say how it went.', 'A report']);
    expect(asked?.map(({ deliverable, text: what, state, reason }) => [deliverable, what, state, ...(reason ? [reason] : [])])).toEqual([
      ['a.md', 'A file: a.md', 'proved'],
      ['a.md', 'Language: en', 'open', 'No paragraph is long enough to tell its language.'],
      ['a.md', 'Words: at most 3', 'failed'],
      ['a.md', 'Sections: One', 'proved'],
      ['a.md', 'Figures that can be traced to a.csv', 'open', 'There was nothing of what the rule looks at.'],
      ['b.md', 'A file: b.md', 'failed'],
      ['c.md', 'A file: c.md (optional)', 'proved'],
      ['.', 'It reads well', 'open', 'Yours to judge.'],
      ['.', 'It has One', 'proved'],
    ]);
  });
});
