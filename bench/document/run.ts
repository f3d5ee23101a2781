/**
 * Reads a Word document of 5,000 paragraphs beside mammoth, which makes html of it; checks markdown of 100 kB by all rules on documents beside
 * the parse alone; and reads a pdf of 100 pages. Each in a process of its own, in turn. What an import of the same modules costs is measured apart
 * and taken off, since a worker imports once.
 * preflag runs as in a check worker, with the settings of V8 that these have; peers run as Node has it, and once more with the same settings.
 * `node --conditions=@preflag/source bench/document/run.ts [--rounds 5]`
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WORKER_V8_FLAGS } from '../../packages/preflag/src/check/worker-v8.ts';
import { FILES, makeFiles } from './make.ts';
import type { Measured } from './measure.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
await makeFiles();

console.log(`load ${loadavg()[0]?.toFixed(1)}
what                          wall ms   CPU ms   peak MB   ratio: wall   CPU   check`);
compare(['mammoth', 'mammoth, in a worker', 'docx, in a worker'], FILES.docx);
compare(['parse', 'parse, in a worker', 'markdown, in a worker', 'markdown + rules, in a worker'], FILES.markdown);
compare(['pdf, in a worker'], FILES.pdf);

/** The first is the peer of the others. */
function compare(subjects: readonly string[], path: string): void {
  const runs = new Map<string, Measured[]>(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < Number(values.rounds); round += 1) for (const [subject, all] of runs) all.push(measured(subject, path));
  const peer = runs.get(subjects[0] ?? '') ?? [];
  for (const [subject, all] of runs) {
    const figures = [median(all, 'ms'), median(all, 'cpuMs'), median(all, 'peakMb')]
      .map((value) => value.toFixed(0).padStart(7))
      .join('  ');
    const ratios = (['ms', 'cpuMs'] as const).map((of) => (median(all, of) / median(peer, of)).toFixed(2)).join('  ');
    console.log(`${subject.padEnd(29)} ${figures}   ${ratios.padStart(18)}   ${all[0]?.check ?? ''}`);
  }
}

function measured(subject: string, path: string): Measured {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const [name = '', worker] = subject.split(', in a ');
  const args = [...(worker ? WORKER_V8_FLAGS : []), '--conditions=@preflag/source', script, name, path, ...(worker ? [worker] : [])];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

function median(all: readonly Measured[], of: 'ms' | 'cpuMs' | 'peakMb'): number {
  return all.map((one) => one[of]).toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
}
