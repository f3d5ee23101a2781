import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { differencesFromExcelJs } from './differences.ts';

/** A workbook, and how preflag and exceljs read it differently; one difference that begins with `exceljs` where exceljs cannot read it. */
export interface ComparedFile {
  readonly path: string;
  readonly differences: readonly string[];
}

/** How long exceljs may take for one file: it does not come back from some. */
const PATIENCE_MS = 10_000;

/** Compares workbooks one after the other, in a child that is ended and replaced where exceljs hangs. */
export async function* compareFiles(paths: readonly string[]): AsyncGenerator<ComparedFile> {
  let left = paths;
  while (left.length > 0) {
    const done: ComparedFile[] = [];
    yield* comparedByChild(left, done);
    left = left.slice(done.length);
    const [hung] = left;
    if (hung === undefined) return;
    yield { path: hung, differences: ['exceljs: does not come back'] };
    left = left.slice(1);
  }
}

async function* comparedByChild(paths: readonly string[], done: ComparedFile[]): AsyncGenerator<ComparedFile> {
  const child = spawn(process.execPath, ['--conditions=@preflag/source', fileURLToPath(import.meta.url), '--child'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // A child that ended has closed the pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(paths));
  let patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      clearTimeout(patience);
      patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      const compared = JSON.parse(line) as ComparedFile;
      done.push(compared);
      yield compared;
    }
  } finally {
    clearTimeout(patience);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

/** What the child does: a line of JSON for each file. */
async function answer(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  for (const path of JSON.parse(Buffer.concat(pieces).toString()) as readonly string[])
    console.log(JSON.stringify({ path, differences: await differencesFromExcelJs(path) } satisfies ComparedFile));
}

if (process.argv[2] === '--child') await answer();
