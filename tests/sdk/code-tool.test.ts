import { asSchema, generateText, isStepCount, tool, type Tool } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import ExcelJS from 'exceljs';
import { codeTool, type CodeToolResult, createSandbox, type Sandbox } from 'preflag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ limits: { runMs: 20_000 } });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

type Generated = Awaited<ReturnType<MockLanguageModelV4['doGenerate']>>;

const USAGE: Generated['usage'] = {
  inputTokens: { total: 10, noCache: 10, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 5, text: 5, reasoning: undefined },
};

/** A model that calls the tool with each of these codes in turn, and then says something. */
function modelThatRuns(codes: readonly unknown[], last: string): MockLanguageModelV4 {
  let turn = 0;
  return new MockLanguageModelV4({
    doGenerate: async (): Promise<Generated> => {
      const code = codes[turn++];
      return code === undefined
        ? { content: [{ type: 'text', text: last }], finishReason: { unified: 'stop', raw: undefined }, usage: USAGE, warnings: [] }
        : {
            content: [{ type: 'tool-call', toolCallId: `call-${turn}`, toolName: 'run_code', input: JSON.stringify({ code }) }],
            finishReason: { unified: 'tool-calls', raw: undefined },
            usage: USAGE,
            warnings: [],
          };
    },
  });
}

const WRITE = `import ExcelJS from 'exceljs';
const rows: string[] = (await preflag.files.readText('sales.csv')).trim().split('\\n');
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('Sales');
for (const row of rows) sheet.addRow(row.split(','));
await preflag.files.write('sales.xlsx', await book.xlsx.writeBuffer());
console.log('rows', sheet.rowCount);
export default { rows: sheet.rowCount };`;

describe('codeTool', () => {
  it('is a tool of the AI SDK: a model runs code on the files, and goes on with what came of it', async () => {
    await sandbox.files.write('sales.csv', 'Region,Revenue\nNorth,1200\nSouth,800\n');
    const runCode = codeTool(sandbox);
    // What the package itself takes it for: types are checked with the tests.
    const asTool: Tool<{ readonly code: string }, CodeToolResult> = tool(runCode);
    const model = modelThatRuns([WRITE, 'const n: number = 1;\nnull.x;'], 'There are three rows.');
    const { text, steps } = await generateText({
      model,
      prompt: 'Make a workbook.',
      tools: { run_code: asTool },
      stopWhen: isStepCount(5),
    });
    expect(text).toBe('There are three rows.');
    expect(steps.flatMap(({ toolResults }) => toolResults.map(({ output }) => output))).toEqual([
      { status: 'ok', reason: '', result: { rows: 3 }, log: 'rows 3' },
      { status: 'error', reason: expect.stringMatching(/^TypeError: .*\n +at code\.js:2:\d+/), result: null, log: '' },
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await sandbox.files.read('sales.xlsx')) as never);
    expect(book.getWorksheet('Sales')?.getCell('A3').value).toBe('South');
    expect(model.doGenerateCalls[0]?.tools).toEqual([
      {
        type: 'function',
        name: 'run_code',
        description: expect.stringMatching(/^Runs JavaScript or TypeScript/),
        inputSchema: {
          type: 'object',
          properties: { code: { type: 'string', description: 'The module.' } },
          required: ['code'],
          additionalProperties: false,
        },
      },
    ]);
    expect(JSON.stringify(model.doGenerateCalls[1]?.prompt)).toContain('"result":{"rows":3}');
  });

  it('input that does not fit is refused before it runs', async () => {
    const schema = asSchema(codeTool(sandbox).inputSchema);
    expect(await schema.validate?.({ code: 'x' })).toEqual({ success: true, value: { code: 'x' } });
    expect(await schema.validate?.({ source: 'x' })).toMatchObject({ success: false });
    const { steps } = await generateText({
      model: modelThatRuns([7], 'Sorry.'),
      prompt: 'Go.',
      tools: { run_code: codeTool(sandbox) },
      stopWhen: isStepCount(3),
    });
    expect(steps[0]?.content.map(({ type }) => type)).toEqual(['tool-call', 'tool-error']);
  });

  it.each<[string, string, object]>([
    ['a value', 'export default [1, { a: null }]', { status: 'ok', result: [1, { a: null }], log: '' }],
    ['nothing', 'const a = 1;', { status: 'ok', result: null }],
    ['levels of the log', "console.log('a'); console.warn('b'); console.error('c', { d: 1 });", { log: 'a\nwarn: b\nerror: c {"d": 1}' }],
    [
      'an import that is refused',
      "import fs from 'node:fs'; export default fs;",
      { status: 'error', reason: expect.stringMatching(/^'node:fs' is a module of Node/) },
    ],
    [
      'a file of this machine',
      "import x from './package.json'; export default x;",
      { status: 'error', reason: expect.stringContaining('cannot be imported') },
    ],
    [
      'what was not granted',
      "await preflag.env.get('HOME');",
      { status: 'error', reason: expect.stringContaining("may not use 'env.get'") },
    ],
    ['a loop', 'for (;;);', { status: 'timeout' }],
  ])('%s', async (_, code, expected) => {
    expect(await codeTool(sandbox, { limits: { runMs: 1500 } }).execute({ code })).toMatchObject(expected);
  });

  it('cuts what is long, and keeps both ends', async () => {
    const code = `console.log('A' + 'x'.repeat(500) + 'Z'); export default 'B' + 'y'.repeat(500) + 'Y';`;
    const { log, result } = await codeTool(sandbox, { maxCharacters: 100 }).execute({ code });
    expect(log).toMatch(/^Ax{49}\n\[… 402 characters left out …\]\nx{49}Z$/);
    expect(result).toMatch(/^"By{48}\n\[… 404 characters left out …\]\ny{48}Y"$/);
    const thrown = await codeTool(sandbox, { maxCharacters: 60 }).execute({ code: "throw new Error('E'.repeat(900))" });
    expect(thrown.reason.length).toBeLessThan(120);
  });

  it('with grants of its own, and with a signal', async () => {
    const add = {
      name: 'add',
      description: 'Adds.',
      parameters: { type: 'object' },
      run: ({ a, b }: Record<string, unknown>) => Number(a) + Number(b),
    };
    const granted = codeTool(sandbox, { capabilities: { tools: [add] }, description: 'preflag.tools.call("add", { a, b }) adds.' });
    expect(granted.description).toMatch(/\npreflag\.tools\.call\("add", \{ a, b \}\) adds\.$/);
    expect(await granted.execute({ code: 'export default await preflag.tools.call("add", { a: 2, b: 3 })' })).toMatchObject({ result: 5 });
    const abortSignal = AbortSignal.abort();
    expect(await granted.execute({ code: 'export default 1' }, { abortSignal })).toMatchObject({ status: 'cancelled', result: null });
  });
});
