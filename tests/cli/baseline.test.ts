import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, type Baseline } from 'preflag';
import { preflag, temporaryFolder } from '../lib/cli.ts';

const BROKEN = '# Sales\n\nRevenue was [insert figure here].\n';
const WHOLE = '# Sales\n\nRevenue rose in every region, and no order is open.\n';
const JOB = 'version: 1\nid: sales\ndeliverables: [{ path: report.md }]\n';
const ACCEPT = ['baseline', 'out', '--job', 'job.yaml', '--reason', 'filled in by hand', '--by', 'Ana'];
const CHECK = ['check', 'out', '--job', 'job.yaml', '--baseline', 'preflag-baseline.json'];

describe('preflag baseline', () => {
  it('accepts what is found, so that only what is new fails', async () => {
    await using folder = await temporaryFolder({ 'job.yaml': JOB, 'out/report.md': BROKEN });
    const run = (args: readonly string[]): ReturnType<typeof preflag> => preflag(args, { cwd: folder.path });
    expect(await run(ACCEPT)).toEqual({ code: 0, stdout: 'preflag-baseline.json: 1 added, 0 removed, 1 in all.\n', stderr: '' });
    const accepted = await run(CHECK);
    expect([accepted.code, accepted.stdout]).toEqual([0, expect.stringContaining('1 accepted by the baseline')]);
    await folder.write({ 'out/report.md': `${BROKEN}\nCosts were [insert cost here].\n` });
    expect((await run(CHECK)).code).toBe(1);
    await folder.write({ 'out/report.md': WHOLE });
    expect((await run(CHECK)).stdout).toMatch(/there\s+is\s+no\s+such\s+finding\s+any\s+more/);
    expect((await run(['baseline', 'out', '--job', 'job.yaml', '--prune'])).stdout).toBe(
      'preflag-baseline.json: 0 added, 1 removed, 0 in all.\n',
    );
  });

  it('counts for its job alone, and until its day', async () => {
    await using folder = await temporaryFolder({ 'job.yaml': JOB, 'other.yaml': JOB.replace('sales', 'other'), 'out/report.md': BROKEN });
    const run = (args: readonly string[]): ReturnType<typeof preflag> => preflag(args, { cwd: folder.path });
    await run([...ACCEPT, '--expires', '2020-01-01']);
    const expired = await run(CHECK);
    expect([expired.code, expired.stdout]).toEqual([1, expect.stringMatching(/until\s+2020-01-01, which is over/)]);
    await run(ACCEPT);
    expect([(await run(CHECK)).code, (await run(CHECK.with(3, 'other.yaml'))).code]).toEqual([0, 1]);
  });

  it('is honoured by check() too', async () => {
    await using folder = await temporaryFolder({ 'job.yaml': JOB, 'out/report.md': BROKEN });
    await preflag(ACCEPT, { cwd: folder.path });
    const file = join(folder.path, 'preflag-baseline.json');
    const baseline = JSON.parse(await readFile(file, 'utf8')) as Baseline;
    const [job, out] = [join(folder.path, 'job.yaml'), join(folder.path, 'out')];
    for (const given of [file, baseline]) {
      const { verdict, findings } = await check(out, { job, baseline: given });
      expect([verdict, findings[0]?.ignored]).toEqual([
        'pass',
        { reason: 'filled in by hand', from: 'baseline', by: 'Ana', at: baseline.entries[0]?.at },
      ]);
    }
  });

  it.each([
    [['baseline', 'out'], /^preflag: preflag baseline needs --reason TEXT: why these findings are accepted.\n$/],
    [[...ACCEPT, '--expires', 'soon'], /^preflag: --expires is 'soon'; it must be a day such as 2026-12-31.\n$/],
    [['check', 'out', '--baseline', 'none.json'], /^preflag: The baseline none.json cannot be read: ENOENT/],
    [['check', 'out', '--baseline', 'bad.json'], /^preflag: bad.json:1:28 entries\[0\] is 5; it must be a mapping.\n$/],
    [['check', 'out', '--baseline', 'out/own.json'], /^preflag: The baseline out\/own.json stands inside the delivered folder/],
  ])('refuses %j', async (args, stderr) => {
    await using folder = await temporaryFolder({
      'job.yaml': JOB,
      'out/report.md': BROKEN,
      'bad.json': '{"version": 1, "entries": [5]}',
      'out/own.json': '{"version": 1, "entries": []}',
    });
    const result = await preflag(args, { cwd: folder.path });
    expect([result.code, result.stderr]).toEqual([2, expect.stringMatching(stderr)]);
  });
});
