/**
 * Starts of the built CLI beside markdownlint-cli2 and eslint, each on one small file, in turn; and many small deliveries in one call beside
 * a call for each. Wall time as a user waits for it, CPU time of all processes. `npm run bench:cli [-- --rounds 7 --deliveries 200 --calls 20]`
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { childrenCpuMs, medians, type Measurement } from '../measured.ts';

const root = dirname(dirname(import.meta.dirname));
const at = (path: string): string => join(root, path);
const PREFLAG = at('packages/preflag/bin/preflag.js');
const REPORT = '# Sales\n\nRevenue rose in every region, and no order is open.\n\n| Region | Revenue |\n| --- | --- |\n| North | 12 |\n';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    deliveries: { type: 'string', default: '200' },
    calls: { type: 'string', default: '20' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'preflag-bench-'));
try {
  compareStarts(Number(values.rounds));
  compareBatch(Number(values.deliveries), Number(values.calls));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compareStarts(rounds: number): void {
  writeFileSync(join(folder, 'small.md'), REPORT);
  writeFileSync(join(folder, 'small.js'), 'export const one = 1;\n');
  writeFileSync(join(folder, 'eslint.config.js'), "export default [{ rules: { 'no-unused-vars': 'error' } }];\n");
  const commands: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': ['-e', '0'],
    'preflag --version': [PREFLAG, '--version'],
    'preflag check small.md': [PREFLAG, 'check', 'small.md', '--no-config'],
    'markdownlint-cli2 small.md': [at('node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), 'small.md'],
    'eslint small.js': [at('node_modules/eslint/bin/eslint.js'), 'small.js'],
  };
  const runs = new Map<string, Measurement[]>(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const [name, args] of Object.entries(commands)) runs.get(name)!.push(timed(args));
  const bare = medians(runs.get('node -e 0') ?? []).wallMs;
  console.log(`load ${loadavg()[0]?.toFixed(1)}, medians of ${rounds}\ncommand                       wall ms   CPU ms   wall without node`);
  for (const [name, measurements] of runs) {
    const { wallMs, cpuMs } = medians(measurements);
    const figures = [wallMs, cpuMs, wallMs - bare].map((value) => value.toFixed(0).padStart(7));
    console.log(`${name.padEnd(28)} ${figures[0]}  ${figures[1]}   ${figures[2]}`);
  }
}

/** The calls are a sample, made before and after: all of them would take minutes. */
function compareBatch(deliveries: number, calls: number): void {
  for (let index = 0; index < deliveries; index++) {
    mkdirSync(join(folder, `${index}/out`), { recursive: true });
    cpSync(join(folder, 'small.md'), join(folder, `${index}/out/report.md`));
    writeFileSync(join(folder, `${index}/job.yaml`), `version: 1\nid: job-${index}\ndelivered: out\ndeliverables: [{ path: report.md }]\n`);
  }
  const one = (index: number): Measurement => timed([PREFLAG, 'check', `${index}/out`, '--job', `${index}/job.yaml`, '--no-config']);
  const before = Array.from({ length: calls >> 1 }, (_, index) => one(index));
  const all = timed([PREFLAG, 'check', '--jobs', '*/job.yaml', '--no-config']);
  const after = Array.from({ length: calls - (calls >> 1) }, (_, index) => one(index + calls));
  const single = medians([...before, ...after]);
  console.log(
    `${deliveries} deliveries in one call: ${(all.wallMs / 1000).toFixed(2)} s (CPU ${(all.cpuMs / 1000).toFixed(2)} s); ` +
      `one in a call: ${single.wallMs.toFixed(0)} ms (CPU ${single.cpuMs.toFixed(0)} ms), median of ${calls}\n` +
      `ratio to ${deliveries} such calls: wall ${(all.wallMs / (deliveries * single.wallMs)).toFixed(3)}, CPU ${(all.cpuMs / (deliveries * single.cpuMs)).toFixed(3)}`,
  );
}

/** @throws {Error} when the command ends with anything but 0: what was not done must not be timed */
function timed(args: readonly string[]): Measurement {
  const cpuBefore = childrenCpuMs();
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return { wallMs, cpuMs: childrenCpuMs() - cpuBefore, peakMb: 0, check: '' };
}
