/**
 * Reads a workbook of 100,000 × 20 cells with 600,000 formulas by preflag's reader, by a whole check (parent and workers counted together)
 * and by exceljs, each in its own process, in turn. preflag is measured as users get it: built.
 * `npm run bench:workbook [-- --rounds 3] [--shape strings|prefixed|small]`
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { medians, type Measurement } from '../measured.ts';
import { makeWorkbook } from './make.ts';
import { isShapeName, pathOf, SHAPES, type Reader, type ShapeName } from './shapes.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, shape: { type: 'string', default: 'big' } } });
const name = values.shape;
if (!isShapeName(name)) throw new Error(`The shapes are ${Object.keys(SHAPES).join(', ')}.`);

const { readers, base } = SHAPES[name];
const runs: readonly Run[] = [
  ...readers.map((reader) => ({ reader, shape: name, measurements: [] })),
  ...(base.shape ? [{ reader: base.reader, shape: base.shape, measurements: [] }] : []),
];
for (const { shape } of runs) if (!existsSync(pathOf(shape))) await makeWorkbook(pathOf(shape), SHAPES[shape]);
for (let round = 0; round < Number(values.rounds); round++)
  for (const { reader, shape, measurements } of runs) measurements.push(measure(reader, pathOf(shape)));

const whole = medians(runs.find(({ reader, shape }) => reader === base.reader && shape === (base.shape ?? name))?.measurements ?? []);
console.log('reader                   wall s   CPU s   peak MB   wall ratio   CPU ratio   memory ratio   check');
for (const { reader, shape, measurements } of runs) {
  const { wallMs, cpuMs, peakMb } = medians(measurements);
  const figures = [wallMs / 1000, cpuMs / 1000].map((value) => value.toFixed(2).padStart(6));
  const ratios = [wallMs / whole.wallMs, cpuMs / whole.cpuMs, peakMb / whole.peakMb].map((value) => value.toFixed(3).padStart(9));
  console.log(
    `${`${reader}, ${shape}`.padEnd(24)} ${figures.join('  ')}   ${peakMb.toFixed(0).padStart(7)}   ${ratios.join('   ')}   ${measurements[0]?.check}`,
  );
}
console.log(`Load average ${loadavg()[0]?.toFixed(1)}`);

interface Run {
  readonly reader: Reader;
  readonly shape: ShapeName;
  readonly measurements: Measurement[];
}

function measure(reader: Reader, file: string): Measurement {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const output = execFileSync(process.execPath, [script, reader, file], { encoding: 'utf8', maxBuffer: 1 << 20 });
  return JSON.parse(output) as Measurement;
}
