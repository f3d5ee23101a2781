import { createSandbox } from '@preflag/sandbox';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { LoopFiles } from './loop-files.ts';
import { runCode } from './run-code.ts';

const sandbox = await createSandbox({ limits: { runMs: 20_000 } });
afterAll(() => sandbox[Symbol.asyncDispose]());

const run = (code: string, files: LoopFiles = new LoopFiles({}, {}), more: object = {}): Promise<string> =>
  runCode(code, { files, sandbox: async () => sandbox, limits: {}, signal: new AbortController().signal, ...more });

async function sales(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Sales').addRows([['Region', 'Revenue'], ['Nord', 10], ['Süd', 32.5]]); // prettier-ignore
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('code of a model', () => {
  it('reads and writes the files of the workspace, and hands them in', async () => {
    const files = new LoopFiles({ 'in.xlsx': await sales(), 'gone.txt': Buffer.from('x'), 'same.txt': Buffer.from('y') }, {});
    const told = await run(
      `import ExcelJS from 'exceljs';
       const book = new ExcelJS.Workbook();
       await book.xlsx.load(await preflag.files.read('in.xlsx'));
       const sheet = book.worksheets[0]!;
       console.log('rows', sheet.rowCount, { total: 42.5 });
       sheet.getCell('B4').value = { formula: 'SUM(B2:B3)', result: 42.5 };
       await preflag.files.write('out.xlsx', await book.xlsx.writeBuffer());
       await preflag.files.write('note.md', 'Größe');
       await preflag.files.remove('gone.txt');
       await preflag.deliver('out.xlsx', 'sales.xlsx');
       await preflag.deliver('same.txt');
       await preflag.files.remove('same.txt');`,
      files,
    );
    files.write('out.xlsx', files.read('out.xlsx').slice());
    const bytes = files.read('out.xlsx');
    expect(told).toBe(
      [
        'It ran to its end.',
        'Log:',
        'rows 3 {"total": 42.5}',
        `Files changed: note.md (7 bytes), out.xlsx (${bytes.length.toLocaleString('en-US')} bytes), gone.txt (removed), same.txt (removed).`,
        'Delivered: sales.xlsx.',
      ].join('\n'),
    );
    expect(Object.keys(files.collect())).toEqual(['sales.xlsx']);
    expect(files.collect()['sales.xlsx']).toBe(bytes);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(files.collect()['sales.xlsx'] ?? []) as never);
    expect(book.worksheets[0]?.getCell('B4').value).toEqual({ formula: 'SUM(B2:B3)', result: 42.5 });
  });

  it('is told where it failed, what it had logged, and keeps what it had written', async () => {
    const files = new LoopFiles({}, {});
    const told = await run(
      `import { strToU8 } from 'fflate';\nawait preflag.files.write('half.txt', strToU8('half'));\nconsole.warn('careful');\n\n  null.x;`,
      files,
    );
    expect(told.replace(/\n\s+at (?!code\.js:5).*/g, '')).toMatch(
      /^It ended with error: TypeError: Cannot read properties of null \(reading 'x'\)\n\s+at code\.js:5:\d+\nLog:\nwarn: careful\nFiles changed: half\.txt \(4 bytes\)\.$/,
    );
    expect(Buffer.from(files.read('half.txt')).toString()).toBe('half');
  });

  it.each([
    [
      'an exported function',
      'export default () => ({ sum: 3 });',
      'It ran to its end.\nIt logged nothing.\nResult: {"sum":3}\nNo file was changed.',
    ],
    ['nothing', '', 'It ran to its end.\nIt logged nothing.\nNo file was changed.'],
    ['types', 'const n: number = 1 as number; console.log(n satisfies number);', 'It ran to its end.\nLog:\n1\nNo file was changed.'],
  ])('may be %s', async (_, code, told) => {
    expect(await run(code)).toBe(told);
  });

  it('that never ends is ended', async () => {
    expect(await run('for (;;);', undefined, { limits: { runMs: 300 } })).toMatch(/^It ended with (timeout|cpu_limit): /);
  });

  it('cannot leave more than the workspace may hold', async () => {
    const files = new LoopFiles({}, { workspaceFiles: 1 });
    files.write('a.txt', Buffer.from('a'));
    expect(await run("await preflag.files.write('b.txt', 'b')", files)).toMatch(
      /Not all of it was kept: More than 1 files were written\.$/,
    );
    expect(files.list().map(({ path }) => path)).toEqual(['a.txt']);
  });

  it('has nothing of the host', async () => {
    expect(await run('console.log(typeof process, typeof globalThis.require, typeof globalThis.Buffer);')).toContain(
      'Log:\nundefined undefined undefined\n',
    );
  });
});
