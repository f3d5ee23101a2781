import type { JsonSchema } from '@preflag/core';
import type { RunLimits, Sandbox, Tool } from '@preflag/sandbox';
import type { BuiltInName } from './built-in-names.ts';
import type { LoopFiles } from './loop-files.ts';
import { MAX_PAGE, readFileTool } from './read-file.ts';
import { runCode } from './run-code.ts';
import { showBytes } from './show.ts';
import { textAt } from './text-at.ts';

export interface BuiltInOptions {
  readonly files: LoopFiles;
  readonly sandbox: () => Promise<Sandbox>;
  readonly limits: Partial<RunLimits>;
}

interface BuiltIn extends Tool {
  readonly name: BuiltInName;
}

const PATH = { type: 'string', description: "Relative, with '/'." };

/** The tools that every loop agent has. toolbox.ts has checked their arguments. */
export function builtInTools({ files, sandbox, limits }: BuiltInOptions): readonly BuiltIn[] {
  return [
    {
      name: 'list_files',
      description: 'Lists all files of the workspace, and which of them are delivered.',
      parameters: object({}, []),
      run: () => listFiles(files),
    },
    {
      name: 'read_file',
      description:
        'Reads a file as text. A workbook (xlsx) is shown as its sheets with their cells, separated by tabs, formulas as =FORMULA → value; a Word document (docx) in the manner of markdown. Long ones come in pages.',
      parameters: object(
        {
          path: PATH,
          encoding: { type: 'string', description: 'Of a text that is no UTF-8, such as windows-1252.' },
          sheet: { type: 'string', description: 'Of a workbook: only this sheet.' },
          offset: { type: 'integer', minimum: 0, description: 'Characters to skip. Default 0.' },
          limit: { type: 'integer', minimum: 1, maximum: MAX_PAGE, description: 'Most characters of the page. Default 20000.' },
        },
        ['path'],
      ),
      run: (given, { signal }) => readFileTool(files, given, signal),
    },
    {
      name: 'write_file',
      description: 'Writes a text file (UTF-8), in the place of what it held. Workbooks and Word documents: write them with run_code.',
      parameters: object({ path: PATH, content: { type: 'string' } }, ['path', 'content']),
      run(given) {
        const [path = '', content = ''] = [textAt(given, 'path'), textAt(given, 'content')];
        const bytes = Buffer.from(content);
        files.write(path, bytes);
        return `${path} is written: ${showBytes(bytes.length)}.`;
      },
    },
    {
      name: 'deliver',
      description: 'Hands a file of the workspace in: what it holds when you end.',
      parameters: object({ path: PATH, as: { type: 'string', description: 'The name that the job states, where the path is another.' } }, [
        'path',
      ]),
      run(given) {
        const path = textAt(given, 'path') ?? '';
        const as = textAt(given, 'as') ?? path;
        files.deliver(path, as);
        return `${path} is delivered as ${as}.`;
      },
    },
    {
      name: 'run_code',
      description: `Runs JavaScript (an ES module, await at its top is fine) on the files of the workspace, without Node and without a network, and shows what it logs. It may import 'exceljs', 'docx', 'papaparse' and 'fflate', nothing else. Files by the global preflag: await preflag.files.read(path) gives a Uint8Array, .readText(path), .write(path, textOrBytes), .list(), .stat(path), .remove(path); await preflag.deliver(path, as). Example: import ExcelJS from 'exceljs'; const book = new ExcelJS.Workbook(); await book.xlsx.load(await preflag.files.read('a.xlsx')); console.log(book.worksheets[0].getCell('B2').value); await preflag.files.write('b.xlsx', await book.xlsx.writeBuffer());`,
      parameters: object({ code: { type: 'string' } }, ['code']),
      run: (given, { signal }) => runCode(textAt(given, 'code') ?? '', { files, sandbox, limits, signal }),
    },
  ];
}

function object(properties: JsonSchema, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function listFiles(files: LoopFiles): string {
  const lines = files.list().map(({ path, bytes }) => `${path} (${showBytes(bytes)})`);
  const delivered = Object.keys(files.collect());
  return [
    ...(lines.length > 0 ? lines : ['The workspace is empty.']),
    '',
    `Delivered: ${delivered.length > 0 ? delivered.join(', ') : 'nothing yet'}.`,
  ].join('\n');
}
