import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_GATE } from '@preflag/core';
import { createSandbox } from '@preflag/sandbox';
import { bundleModule } from '../src/module/bundle-module.ts';
import { agents } from '../src/index.ts';

/** Prints what starting the sandbox, bundling agents and running them costs on this machine: `node --conditions=@preflag/source packages/agents/tests/measure.ts`. */
const IDLE_MS = 400;
const CODE = 'export default (task) => task;';
const WRITER = (library: string): string =>
  library === 'exceljs'
    ? `import { Workbook } from 'exceljs'; export default async (_, { files, deliver }) => { const book = new Workbook(); book.addWorksheet('S').addRow([1]); await files.write('a.xlsx', await book.xlsx.writeBuffer()); await deliver('a.xlsx'); };`
    : `import { Document, Packer, Paragraph } from 'docx'; export default async (_, { files, deliver }) => { await files.write('a.docx', await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('x')] }] }))); await deliver('a.docx'); };`;

async function timesOf(rounds: number, once: (round: number) => Promise<unknown>, idleMs = 0): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    const began = performance.now();
    await once(round);
    times.push(performance.now() - began);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((rounds - 1) * share)] ?? 0).toFixed(1).padStart(7);
  return `${String(rounds).padStart(3)} rounds: min ${at(0)}  p50 ${at(0.5)}  p90 ${at(0.9)} ms`;
}

function print(what: string, times: string): void {
  process.stdout.write(`${what.padEnd(52)} ${times}\n`);
}

const folder = await mkdtemp(join(tmpdir(), 'preflag-measure-'));
const coldStart = async (): Promise<void> => {
  await using cold = await createSandbox();
  await cold.run(CODE, { args: [1] });
};
print('sandbox, cold: create, run, dispose', await timesOf(10, coldStart));

await using sandbox = await createSandbox();
print('sandbox, warm: run', await timesOf(30, () => sandbox.run(CODE, { args: [1] }), IDLE_MS));
print('sandbox, runs one after another without a pause', await timesOf(20, () => sandbox.run(CODE, { args: [1] })));

for (const library of ['exceljs', 'docx']) {
  const entry = async (round: number): Promise<string> => {
    const file = join(folder, `${library}-${round}.ts`);
    await writeFile(file, WRITER(library));
    return file;
  };
  const files = await Promise.all(Array.from({ length: 8 }, (_, round) => entry(round)));
  const fileAt = (round: number): string => files[round] ?? '';
  print(`bundle with ${library}, first of a process`, await timesOf(1, () => bundleModule(fileAt(0))));
  print(`bundle with ${library}, not cached`, await timesOf(7, (round) => bundleModule(fileAt(round + 1))));
  print(`bundle with ${library}, from memory`, await timesOf(10, () => bundleModule(fileAt(0))));
  const agent = agents.module(fileAt(0), { sandbox });
  const job = {
    version: 1,
    id: 'm',
    title: 'm',
    inputs: [],
    deliverables: [],
    rubric: [],
    rules: {},
    ignore: [],
    gate: DEFAULT_GATE,
  } as const;
  print(
    `agent writes a file with ${library}, all in all`,
    await timesOf(10, () => agent.run({ job, brief: '', inputs: {}, attempt: 1 }), IDLE_MS),
  );
}
await rm(folder, { recursive: true });
