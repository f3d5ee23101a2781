/**
 * Reads a workbook of 100,000 × 20 cells with 600,000 formulas by preflag's reader, by a whole check (parent and workers counted together)
 * and by exceljs, each in its own process, in turn.
 * `npm run bench:workbook [-- --rounds 3] [--file FILE]`
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { medians, type Measurement } from '../measured.ts';
import { BIG_PATH, BIG_ROWS, makeWorkbook } from './make.ts';

const READERS = ['preflag', 'preflag+facts', 'preflag check', 'exceljs'] as const;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, file: { type: 'string', default: BIG_PATH } } });
if (!existsSync(values.file)) await makeWorkbook(values.file, BIG_ROWS);

const runs = new Map<string, Measurement[]>(READERS.map((reader) => [reader, []]));
for (let round = 0; round < Number(values.rounds); round++) {
  for (const reader of READERS) runs.get(reader)?.push(measure(reader, values.file));
}

const base = medians(runs.get('exceljs') ?? []);
console.log('reader          wall s   CPU s   peak MB   wall ratio   CPU ratio   memory ratio   check');
for (const [reader, measurements] of runs) {
  const { wallMs, cpuMs, peakMb } = medians(measurements);
  const figures = [wallMs / 1000, cpuMs / 1000].map((value) => value.toFixed(2).padStart(6));
  const ratios = [wallMs / base.wallMs, cpuMs / base.cpuMs, peakMb / base.peakMb].map((value) => value.toFixed(3).padStart(9));
  console.log(
    `${reader.padEnd(15)} ${figures.join('  ')}   ${peakMb.toFixed(0).padStart(7)}   ${ratios.join('   ')}   ${measurements[0]?.check}`,
  );
}

function measure(reader: string, file: string): Measurement {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--conditions=@preflag/source', script, reader, file], {
    encoding: 'utf8',
    maxBuffer: 1 << 20,
  });
  return JSON.parse(output) as Measurement;
}
