import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentOptions, type AgentResult, type AgentTask, DEFAULT_GATE, type Job } from '@preflag/core';
import { createSandbox } from '@preflag/sandbox';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agents } from '../index.ts';

const sandbox = await createSandbox({ limits: { runMs: 20_000, isolateMb: 128 } });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflag-test-'));
});

afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const JOB: Job = { version: 1, id: 'q3', title: 'Q3', inputs: [], deliverables: [], rubric: [], rules: {}, ignore: [], gate: DEFAULT_GATE };
const TASK: AgentTask = { job: JOB, brief: 'Do it.', inputs: {}, attempt: 1 };

async function run(source: string, task: Partial<AgentTask> = {}, options?: AgentOptions, name = 'author.ts'): Promise<AgentResult> {
  const file = join(folder, name);
  await writeFile(file, source);
  return agents
    .module(file, { sandbox, ...(source.includes('for (;;);') && { limits: { runMs: 2000 } }) })
    .run({ ...TASK, ...task }, options);
}

async function workbookBytes(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Sales').addRows(rows.map((row) => [...row]));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const EXCELJS = `
import ExcelJS, { Workbook } from 'exceljs';
import type { ModuleAgent } from '@preflag/agents';
export const agent: ModuleAgent = async ({ inputs }, { files, deliver, log }) => {
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(await files.read(inputs[0]!));
  const sheet = read.getWorksheet('Sales')!;
  log.info('rows', sheet.rowCount);
  const workbook = new Workbook();
  const summary = workbook.addWorksheet('Summary');
  summary.addRow(['Region', 'Doubled', 'When']);
  for (let row = 2; row <= sheet.rowCount; row += 1)
    summary.addRow([sheet.getCell(row, 1).value, { formula: 'B9*2', result: Number(sheet.getCell(row, 2).value) * 2 }, new Date(Date.UTC(2024, 0, row))]);
  summary.getRow(1).font = { bold: true };
  summary.getColumn(3).numFmt = 'yyyy-mm-dd';
  await files.write('out/sales.xlsx', await workbook.xlsx.writeBuffer());
  await deliver('out/sales.xlsx', 'sales.xlsx');
  return 'Summed up ' + (sheet.rowCount - 1) + ' regions.';
};`;

test('an agent reads a workbook from its inputs with exceljs and writes one', async () => {
  const result = await run(EXCELJS, { inputs: { 'inputs/sales.xlsx': await workbookBytes([['Region', 'Revenue'], ['Nord', 10], ['Süd', 32.5]]) } }); // prettier-ignore
  expect(result).toMatchObject({ status: 'ok', reason: '', message: 'Summed up 2 regions.', log: [{ level: 'info', text: 'rows 3' }] });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(result.files['sales.xlsx'] ?? []) as never);
  const sheet = workbook.getWorksheet('Summary');
  expect(sheet?.getSheetValues().slice(1)).toEqual([
    [undefined, 'Region', 'Doubled', 'When'],
    [undefined, 'Nord', { formula: 'B9*2', result: 20 }, new Date('2024-01-02')],
    [undefined, 'Süd', { formula: 'B9*2', result: 65 }, new Date('2024-01-03')],
  ]);
  expect([sheet?.getRow(1).font.bold, sheet?.getColumn(3).numFmt]).toEqual([true, 'yyyy-mm-dd']);
});

test.each(['new Uint8Array(await Packer.toArrayBuffer(document))', 'await Packer.toBuffer(document)', 'await Packer.toBlob(document)'])(
  'an agent writes a docx with %s',
  async (bytes) => {
    const { files, reason } = await run(`
      import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
      export default async (task, { files, deliver }) => {
        const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
        const document = new Document({ sections: [{ children: [
          new Paragraph({ text: 'Ergebnisse', heading: HeadingLevel.HEADING_1 }),
          new Table({ rows: [new TableRow({ children: [cell('Größe'), cell('42')] })] }),
        ] }] });
        await files.write('report.docx', ${bytes});
        await deliver('report.docx');
      };`);
    expect(reason).toBe('');
    const parts = unzipSync(files['report.docx'] ?? new Uint8Array());
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect([
      Object.keys(parts).includes('[Content_Types].xml'),
      [...text.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map((match) => match[1]),
    ]).toEqual([true, ['Ergebnisse', 'Größe', '42']]);
  },
);

test('an agent writes csv with papaparse and zip with fflate', async () => {
  const { files, reason } = await run(`
    import Papa from 'papaparse';
    import { strToU8, zipSync } from 'fflate';
    export async function agent(task, { files, deliver }) {
      const rows = Papa.parse(await files.readText('in.csv'), { header: true }).data;
      const csv = Papa.unparse(rows.map((row) => ({ ...row, note: 'a "b", c' })));
      await files.write('out.csv', csv);
      await files.write('out.zip', zipSync({ 'out.csv': strToU8(csv) }));
      await deliver('out.csv');
      await deliver('out.zip');
    }`, { inputs: { 'in.csv': Buffer.from('id,name\n00017,Größe') } }); // prettier-ignore
  expect(reason).toBe('');
  const csv = 'id,name,note\r\n00017,Größe,"a ""b"", c"';
  expect(strFromU8(files['out.csv'] ?? new Uint8Array())).toBe(csv);
  expect(strFromU8(unzipSync(files['out.zip'] ?? new Uint8Array())['out.csv'] ?? new Uint8Array())).toBe(csv);
});

test('an agent sees its task, its inputs and what it handed in before', async () => {
  const feedback = { text: 'Mend it.', items: [] };
  const result = await run(
    `export default async (task, { files, deliver }) => {
      await files.write('seen.json', JSON.stringify({ task, files: await files.list(), before: await files.readText(task.previousFiles[0]) }));
      await deliver('seen.json');
    }`,
    { inputs: { 'inputs/a.txt': Buffer.from('a') }, attempt: 2, feedback, previous: { 'out/report.md': Buffer.from('# Before') } },
  );
  expect(JSON.parse(strFromU8(result.files['seen.json'] ?? new Uint8Array()))).toEqual({
    task: { job: JOB, brief: 'Do it.', attempt: 2, feedback, previousFiles: ['previous/out/report.md'], inputs: ['inputs/a.txt'] },
    files: ['inputs/a.txt', 'previous/out/report.md'],
    before: '# Before',
  });
  expect(result).toMatchObject({ status: 'ok', usage: { modelTokens: 0, cost: 0, hostCalls: 4 } });
});

test.each<[string, string, string, RegExp]>([
  [
    'throws',
    'export const agent = () => {\n  // why\n  throw new RangeError("no rows");\n};',
    'error',
    /^RangeError: no rows\n\s+at agent \(author\.ts:3:9\)/,
  ],
  ['loops', 'export const agent = () => { for (;;); };', 'timeout', /^It took longer than 2 s\.$/],
  [
    'allocates without end',
    'export const agent = () => { const kept = []; for (;;) kept.push({}, kept.length); };',
    'memory_limit',
    /memory/,
  ],
  [
    'delivers nothing',
    'export const agent = async (_, { files }) => { await files.write("a", "b"); };',
    'error',
    /without delivering a file/,
  ],
  [
    'delivers outside',
    'export const agent = async (_, { files, deliver }) => { await files.write("a", "b"); await deliver("a", "../b"); };',
    'denied',
    /'\.\.\/b' leaves the workspace/,
  ],
  ['exports what is no function', 'export const agent = 7;', 'error', /exports no function named agent/],
])('an agent that %s', async (_name, source, status, reason) => {
  const result = await run(source);
  expect([result.status, result.reason]).toEqual([status, expect.stringMatching(reason)]);
});

test.each<[string, string, RegExp]>([
  ['a syntax error', 'export const agent = () => {\n  let x = ;\n};', /author\.ts:2:11: Unexpected ";"/],
  ['no export', 'const agent = () => {};\nexport const other = agent;', /^author\.ts exports no agent/],
  [
    'an import of Node',
    'import { x } from "./lib.ts";\nexport const agent = () => x;',
    /lib\.ts:2:16: 'node:fs' is a module of Node, which an agent does not have: use the files/,
  ],
  [
    'a require of Node',
    'export const agent = () => require("child_process");',
    /author\.ts:1:36: 'child_process' is a module of Node.*cannot start processes/,
  ],
  [
    'a missing package',
    'import x from "no-such-package";\nexport const agent = () => x;',
    /author\.ts:1:15: Could not resolve "no-such-package"/,
  ],
])('an agent with %s is refused before it runs', async (_name, source, message) => {
  await writeFile(join(folder, 'lib.ts'), '\nimport fs from "node:fs";\nexport const x = fs;');
  await expect(run(source)).rejects.toMatchObject({ code: 'agent', message: expect.stringMatching(message) });
});

test('a file that is not there is refused', async () => {
  await expect(agents.module(join(folder, 'nowhere.ts'), { sandbox }).run(TASK)).rejects.toMatchObject({
    code: 'agent',
    message: expect.stringContaining('nowhere.ts'),
  });
});

test('a change in any file that an agent imports is seen', async () => {
  const source =
    'import { said } from "./said.ts";\nexport const agent = async (_, { files, deliver }) => { await files.write("a", said); await deliver("a"); return said; };';
  for (const said of ['one', 'two', 'two', 'one']) {
    await writeFile(join(folder, 'said.ts'), `export const said = '${said}';`);
    expect((await run(source, {}, {}, 'cached.ts')).message).toBe(said);
  }
});

test('log lines are told as they come, and aborting cancels', async () => {
  const heard: string[] = [];
  const controller = new AbortController();
  const result = await run('export const agent = () => { console.log("begun"); for (;;); };', {}, {
    signal: controller.signal,
    onLog: ({ text }) => { heard.push(text); controller.abort(); },
  }); // prettier-ignore
  expect([result.status, heard, result.log]).toEqual(['cancelled', ['begun'], [{ level: 'info', text: 'begun' }]]);
});

test('a name in the inputs that leaves the workspace is refused', async () => {
  await expect(run('export const agent = () => {};', { inputs: { '../x': new Uint8Array() } })).rejects.toMatchObject({ code: 'path' });
});
