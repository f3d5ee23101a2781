import { LLMock } from '@copilotkit/aimock';
import { chatModel } from '@preflag/agents';
import { agents, run } from 'preflag';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SALES = 'Region,Revenue\nNorth,1200\nSouth,800\nWest,500\n';

const JOB = {
  version: 1,
  id: 'q3-sales',
  title: 'Q3 sales pack',
  brief: 'Sum up the sales by region in a workbook, and tell in a short report which region sells most.',
  inputs: ['sales.csv'],
  deliverables: [
    {
      path: 'sales.xlsx',
      type: 'spreadsheet',
      sheets: [{ name: 'Summary', columns: ['Region', 'Revenue'] }],
      controlTotals: [
        {
          label: 'Revenue',
          detail: { sheet: 'Detail', column: 'Revenue' },
          total: { sheet: 'Summary', row: 'Total', column: 'Revenue' },
        },
      ],
    },
    { path: 'report.md', type: 'report', language: 'en-GB', sections: [{ title: 'Summary' }, { title: 'Findings' }], data: ['sales.xlsx'] },
  ],
};

/** A workbook with the rows of the input, and a summary of them with this total. */
const workbookCode = (total: number): string => `
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
const { data } = Papa.parse((await preflag.files.readText('sales.csv')).trim(), { header: true, dynamicTyping: true });
const book = new ExcelJS.Workbook();
const summary = book.addWorksheet('Summary');
const detail = book.addWorksheet('Detail');
for (const sheet of [summary, detail]) sheet.addRow(['Region', 'Revenue']);
for (const { Region, Revenue } of data) {
  detail.addRow([Region, Revenue]);
  summary.addRow([Region, { formula: \`SUMIF(Detail!A:A,A\${summary.rowCount + 1},Detail!B:B)\`, result: Revenue }]);
}
summary.addRow(['Total', ${total === 2500 ? "{ formula: 'SUM(B2:B4)', result: 2500 }" : total}]);
await preflag.files.write('sales.xlsx', await book.xlsx.writeBuffer());
console.log('total', summary.getCell('B5').result ?? summary.getCell('B5').value);
`;

const SUMMARY = '# Q3 sales\n\n## Summary\n\nNorth sells most: revenue of 1,200 of 2,500 in all.\n';
const FINDINGS = '\n## Findings\n\nNorth is ahead of South with 800 and West with 500.\n';

const call = (name: string, args: object): { readonly name: string; readonly arguments: string } => ({
  name,
  arguments: JSON.stringify(args),
});
const deliverBoth = [call('deliver', { path: 'sales.xlsx' }), call('deliver', { path: 'report.md' })];
const SCRIPT: readonly object[] = [
  { toolCalls: [call('list_files', {}), call('read_file', { path: 'sales.csv' })] },
  { toolCalls: [call('run_code', { code: workbookCode(2400) })] },
  { toolCalls: [call('write_file', { path: 'report.md', content: SUMMARY }), ...deliverBoth] },
  { content: 'Both files are delivered.' },
  { toolCalls: [call('read_file', { path: 'previous/sales.xlsx', sheet: 'Summary' })] },
  {
    toolCalls: [
      call('run_code', { code: workbookCode(2500) }),
      call('write_file', { path: 'report.md', content: SUMMARY + FINDINGS }),
      ...deliverBoth,
    ],
  },
  { content: 'The total is right now, and the findings are there.' },
];

interface Sent {
  readonly messages: readonly { readonly role: string; readonly content: string | null }[];
}

const mock = new LLMock({ port: 0 });
beforeAll(() => mock.start());
// It waits for connections that fetch keeps open, which nobody else needs to.
afterAll(() => void mock.stop());

it('a model in a loop mends what the checks found', async () => {
  let turn = 0;
  mock.on({}, () => ({ usage: { prompt_tokens: 900, completion_tokens: 100 }, ...SCRIPT[turn++] }));
  const model = chatModel({ model: 'gpt-test', baseUrl: `${mock.url}/v1`, apiKey: 'sk-canary', price: { input: 1, output: 10 } });
  const agent = agents.loop({ model, budget: { tokens: 100_000, cost: 1 } });
  const result = await run(JOB, agent, { inputs: { 'sales.csv': Buffer.from(SALES) } }).result;

  const [first, second] = result.attempts;
  expect([result.verdict, result.cycles, first?.report.verdict, second?.report.verdict]).toEqual(['pass', 1, 'fail', 'pass']);
  expect(first?.report.findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'spreadsheet/control-total-mismatch sales.xlsx',
    'report-structure/section-missing report.md',
  ]);
  expect(second?.comparison?.fixed.length).toBe(first?.report.findings.length);
  expect(result.attempts.map(({ result: { status, message, usage } }) => [status, message, usage.hostCalls, usage.modelTokens])).toEqual([
    ['ok', 'Both files are delivered.', 6, 4000],
    ['ok', 'The total is right now, and the findings are there.', 5, 3000],
  ]);

  const sent = mock.getRequests().map(({ body }) => body as unknown as Sent);
  expect(sent.map(({ messages }) => messages.map(({ role }) => role[0]).join(''))).toEqual([
    'su',
    'suatt',
    'suattat',
    'suattatattt',
    'su',
    'suat',
    'suatatttt',
  ]);
  expect(sent[3]?.messages.filter(({ role }) => role === 'tool').map(({ content }) => content)).toEqual([
    'sales.csv (45 bytes)\n\nDelivered: nothing yet.',
    SALES,
    expect.stringMatching(/^It ran to its end\.\nLog:\ntotal 2400\nFiles changed: sales\.xlsx \([\d,]+ bytes\)\.$/),
    'report.md is written: 76 bytes.',
    'sales.xlsx is delivered as sales.xlsx.',
    'report.md is delivered as report.md.',
  ]);
  expect(sent[0]?.messages[1]?.content).toContain(JOB.brief);
  expect(sent[4]?.messages[1]?.content).toContain(first?.feedback?.trim());
  expect(sent[5]?.messages.at(-1)?.content).toMatchInlineSnapshot(`
    "Workbook with 2 sheets: 'Summary' (A1:B5, 3 formulas); 'Detail' (A1:B4).

    === Sheet 'Summary' ===
    	A	B
    1	Region	Revenue
    2	North	=SUMIF(Detail!A:A,A2,Detail!B:B) → 1200
    3	South	=SUMIF(Detail!A:A,A3,Detail!B:B) → 800
    4	West	=SUMIF(Detail!A:A,A4,Detail!B:B) → 500
    5	Total	2400"
  `);
  expect(JSON.stringify([result, sent])).not.toContain('sk-canary');
});
