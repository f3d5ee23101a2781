import { expect, it } from 'vitest';
import type { ReportFile } from 'preflag';
import { preflag, temporaryFolder } from '../lib/cli.ts';

const RULE = 'report-structure/linked-file-missing';
const FILES = {
  'out/docs/report.md': '# Rents\n\n## North\n\nSee the [data](../data.csv) and the [method](method.md).\n',
  'out/data.csv': 'a,b\n1,2\n',
};

it.each([
  ['all rules', []],
  ['the rule alone', ['--only', RULE]],
])('compares links with the files of the whole delivery, with %s', async (_, args) => {
  await using folder = await temporaryFolder(FILES);
  const { stdout } = await preflag(['check', 'out', ...args, '--format', 'json'], { cwd: folder.path });
  const [report] = (JSON.parse(stdout) as ReportFile).reports;
  expect(report?.findings.filter(({ rule }) => rule === RULE)).toMatchObject([
    {
      file: 'docs/report.md',
      message: "The link 'method' leads to method.md, which is not among the delivered files",
      place: 'docs/report.md › North › paragraph 1',
      location: { kind: 'text' },
      evidence: { excerpt: 'method' },
    },
  ]);
});

it('says that a file alone has no others to link to', async () => {
  await using folder = await temporaryFolder(FILES);
  const { stdout } = await preflag(['check', 'out/docs/report.md', '--format', 'json'], { cwd: folder.path });
  const [report] = (JSON.parse(stdout) as ReportFile).reports;
  expect(report?.findings.filter(({ rule }) => rule === RULE)).toEqual([]);
  expect(report?.checks.find(({ rule }) => rule === RULE)).toMatchObject({ outcome: 'not-checked', reason: { code: 'partial' } });
});
