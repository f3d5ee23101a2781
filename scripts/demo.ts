/** The README's first command: a job, an agent that makes the usual mistakes, what preflag finds, one machine cycle, a pass. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const job = 'fixtures/jobs/q3-sales';
const out = join(mkdtempSync(join(tmpdir(), 'preflag-demo-')), 'attempts');
const args = ['run', `${job}/job.yaml`, '--agent', `${job}/agents/careless.ts`, '--out', out];

console.log(`$ preflag ${args.join(' ')}\n`);
const { status } = spawnSync(process.execPath, ['--conditions=@preflag/source', 'packages/preflag/src/cli/main.ts', ...args], {
  cwd: root,
  stdio: 'inherit',
});
console.log(
  `\nThe brief, the job and the agent are in ${job}. See what the second attempt was told: ${join(out, 'attempt-1/feedback.md')}`,
);
process.exitCode = status ?? 130;
