/**
 * Good and hostile programs (those of tests/attacks/sandbox/attacks.ts) side by side in one sandbox, two at a time, and some that
 * are cancelled. Prints how they ended, which good ones were not right, and what the process held before, after, and when the
 * sandbox was disposed. Exits with 1 when a run was not right, or a child or a descriptor is left.
 * `node --conditions=@preflag/source bench/sandbox/soak/run.ts [--runs 2000] [--level standard]`
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { HostState } from './host-state.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' }, level: { type: 'string', default: 'standard' } } });
const level = values.level === 'strict' ? 'strict' : 'standard';
const runs = Number(values.runs);

const report = await soak({
  level,
  runs,
  onProgress: (done) => {
    if (done % 200 === 0)
      console.error(`${done} of ${runs}, rss ${megabytes(process.memoryUsage().rss)} MB, load ${loadavg()[0]?.toFixed(1)}`);
  },
});
const { good, hostile, cancelled, ends, wrong, seconds, before, after, disposed } = report;
console.log(`${level}: ${good} good, ${hostile} hostile, ${cancelled} cancelled runs in ${seconds.toFixed(0)} s; load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`); // prettier-ignore
console.log(`hostile ones ended ${Object.entries(ends).map(([status, count]) => `${status} ${count}`).join(', ')}`); // prettier-ignore
console.log(`not right: ${wrong.length}${wrong.map((text) => `\n  ${text}`).join('')}`);
for (const [name, state] of Object.entries({ before, after, disposed })) console.log(`${name.padEnd(9)} ${shown(state)}`);
const growth = after.rssBytes - before.rssBytes;
console.log(`grown by ${megabytes(growth)} MB resident, ${megabytes(after.heapBytes - before.heapBytes)} MB heap`);
process.exitCode = wrong.length > 0 || disposed.children > 0 || disposed.descriptors > before.descriptors ? 1 : 0;

function shown({ rssBytes, heapBytes, descriptors, children, handles }: HostState): string {
  const kinds = Object.entries(handles).map(([kind, count]) => `${kind} ${count}`);
  return `rss ${megabytes(rssBytes)} MB, heap ${megabytes(heapBytes)} MB, ${descriptors} descriptors, ${children} children; ${kinds.join(', ')}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
