/**
 * Reads tables of 1,000,000 × 8 cells, without and with quotes, by papaparse's streaming parse alone, by preflag's reader, with all rules on
 * tables, and by a whole check (parent and workers counted together), each in its own process, in turn. Imports count in all of them.
 * `npm run bench:table [-- --rounds 3]`
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { medians, type Measurement } from '../measured.ts';
import { makeTable, PLAIN_PATH, QUOTED_PATH } from './make.ts';

const READERS = ['papaparse', 'preflag imports', 'preflag read', 'preflag read + rows', 'preflag read + rules', 'preflag check'] as const;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
for (const path of [PLAIN_PATH, QUOTED_PATH]) {
  if (!existsSync(path)) await makeTable(path, path === QUOTED_PATH);
  compare(path, Number(values.rounds));
}

function compare(path: string, rounds: number): void {
  const runs = new Map<string, Measurement[]>(READERS.map((reader) => [reader, []]));
  for (let round = 0; round < rounds; round++) for (const [reader, measurements] of runs) measurements.push(measure(reader, path));
  const base = medians(runs.get('papaparse') ?? []);
  console.log(`${path}\nreader                 wall s   CPU s   peak MB   wall ratio   CPU ratio   check`);
  for (const [reader, measurements] of runs) {
    const { wallMs, cpuMs, peakMb } = medians(measurements);
    const figures = [wallMs / 1000, cpuMs / 1000].map((value) => value.toFixed(2).padStart(6));
    const ratios = [wallMs / base.wallMs, cpuMs / base.cpuMs].map((value) => value.toFixed(2).padStart(9));
    console.log(
      `${reader.padEnd(22)} ${figures.join('  ')}   ${peakMb.toFixed(0).padStart(7)}   ${ratios.join('   ')}   ${measurements[0]?.check}`,
    );
  }
}

function measure(reader: string, path: string): Measurement {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--conditions=@preflag/source', script, reader, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 20,
  });
  return JSON.parse(output) as Measurement;
}
