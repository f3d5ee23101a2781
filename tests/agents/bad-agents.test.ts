import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agents, run, type ReportFile } from 'preflag';
import { preflag, temporaryFolder } from '../lib/cli.ts';

const JOB = 'version: 1\nid: j\ninputs: [in.csv]\ndeliverables: [report.md]\n';
const FILES = { 'job.yaml': JOB, 'in.csv': 'id,name\n1,North\n' };
const GOOD = "await files.write('report.md', '# Report\\n\\nAll is well.\\n'); await deliver('report.md');";
const agentOf = (body: string, more = ''): string =>
  `${more}\nexport const agent = async (task, { files, deliver, log }) => { ${body} };\n`;

const NOT_FINISHED = 'integrity/agent-not-finished ended .';
const MISSING = 'integrity/missing-deliverable missing .';

interface Outcome {
  readonly code: number | null;
  readonly findings: readonly string[];
  readonly messages: readonly string[];
  /** Files on which at least one rule passed. */
  readonly checked: readonly string[];
  readonly stderr: string;
}

/** Runs an agent from the command line, once, and reads the report that it stores. */
async function runAgent(source: string, job: string = JOB): Promise<Outcome> {
  await using folder = await temporaryFolder({ ...FILES, 'job.yaml': job, 'agent.ts': source });
  const args = ['run', 'job.yaml', '--agent', 'agent.ts', '--cycles', '0', '--out', 'attempts', '--format', 'json'];
  const { code, stdout, stderr } = await preflag(args, { cwd: folder.path });
  const report = stdout === '' ? undefined : (JSON.parse(stdout) as ReportFile).reports[0];
  const passed = report?.checks.filter(({ outcome }) => outcome === 'passed').map(({ file }) => file) ?? [];
  return {
    code,
    findings: report?.findings.map(({ rule, messageId, file }) => `${rule} ${messageId} ${file}`) ?? [],
    messages: report?.findings.map(({ message }) => message) ?? [],
    checked: [...new Set(passed)].toSorted(),
    stderr,
  };
}

describe('what an agent does wrong is a named finding, and everything else is still checked', () => {
  it.each<[string, string, readonly string[], RegExp, readonly string[]]>([
    [
      'throws after it delivered',
      agentOf(`${GOOD} throw new RangeError('no rows');`),
      [NOT_FINISHED],
      /^The agent's run ended as error: RangeError: no rows/,
      ['.', 'report.md'],
    ],
    [
      'throws at once',
      agentOf("throw new Error('no idea');"),
      [NOT_FINISHED, MISSING],
      /^The agent's run ended as error: Error: no idea/,
      [],
    ],
    [
      'throws while its module is loaded',
      agentOf(GOOD, "throw new Error('at the top');"),
      [NOT_FINISHED, MISSING],
      /^The agent's run ended as error: Error: at the top/,
      [],
    ],
    [
      'allocates without end',
      agentOf(`${GOOD} const kept = []; for (;;) kept.push({}, kept.length);`),
      [NOT_FINISHED],
      /^The agent's run ended as memory_limit: /,
      ['.', 'report.md'],
    ],
    [
      'delivers nothing',
      agentOf("await files.write('report.md', 'x');"),
      [NOT_FINISHED, MISSING],
      /^The agent's run ended as error: The agent ended without delivering a file/,
      [],
    ],
    [
      'delivers outside of its workspace',
      agentOf(`${GOOD} await deliver('report.md', '../../report.md');`),
      [NOT_FINISHED],
      /^The agent's run ended as denied: .*'\.\.\/\.\.\/report\.md' leaves the workspace/,
      ['.', 'report.md'],
    ],
    [
      'reads outside of its workspace',
      agentOf(`${GOOD} await files.read('/etc/passwd');`),
      [NOT_FINISHED],
      /^The agent's run ended as denied: .*'\/etc\/passwd' is absolute/,
      ['.', 'report.md'],
    ],
    [
      'delivers a job of its own',
      agentOf(
        `${GOOD} await files.write('job.yaml', 'version: 1\\nid: mine\\ndeliverables: []\\ngate: { failOn: never }\\n'); await deliver('job.yaml');`,
      ),
      ['integrity/unexpected-file unexpected job.yaml'],
      /^The job does not ask for job\.yaml$/,
      ['.', 'report.md'],
    ],
    [
      'delivers an empty file',
      agentOf("await files.write('report.md', ''); await deliver('report.md');"),
      ['integrity/empty-file empty report.md'],
      /^The file report\.md is empty/,
      ['.'],
    ],
    ['is well', agentOf(GOOD), [], /^$/, ['.', 'report.md']],
  ])('an agent that %s', async (name, source, findings, message, checked) => {
    const outcome = await runAgent(source);
    expect(outcome.findings.toSorted()).toEqual(findings);
    expect(outcome.messages.some((text) => message.test(text)) || name === 'is well', outcome.messages.join('\n')).toBe(true);
    expect(outcome.checked).toEqual(checked);
    const isMinor = findings.every((finding) => finding.startsWith('integrity/unexpected-file'));
    expect([outcome.code, outcome.stderr]).toEqual([isMinor ? 0 : 1, '']);
  });

  it('an agent that loops is stopped, and what it delivered before is checked', async () => {
    await using folder = await temporaryFolder({ ...FILES, 'agent.ts': agentOf(`${GOOD} for (;;);`) });
    const agent = agents.module(join(folder.path, 'agent.ts'), { limits: { runMs: 500 } });
    const { attempts, verdict } = await run(join(folder.path, 'job.yaml'), agent, { cycles: 0 }).result;
    const [{ result, report } = { result: undefined, report: undefined }] = attempts;
    expect([verdict, result?.status, result?.reason]).toEqual(['fail', 'timeout', 'It took longer than 500 ms.']);
    expect(report?.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "integrity/agent-not-finished: The agent's run ended as timeout: It took longer than 500 ms.",
    ]);
    expect(report?.checks.some(({ file, outcome }) => file === 'report.md' && outcome === 'passed')).toBe(true);
  });
});

describe('an agent that cannot be run is the mistake of the caller', () => {
  it.each([
    ['a syntax error', agentOf('let x = ;'), /^preflag: The agent agent\.ts cannot be bundled: agent\.ts:2:\d+: Unexpected ";"\n$/],
    ['no export', 'const agent = () => {};', /^preflag: agent\.ts exports no agent: export a function as 'agent' or as the default\.\n$/],
    [
      'an import of Node',
      agentOf(GOOD, "import fs from 'node:fs'; fs.existsSync('/');"),
      /agent\.ts:1:\d+: 'node:fs' is a module of Node, which an agent does not have/,
    ],
    ['a missing package', agentOf(GOOD, "import x from 'no-such-package'; x();"), /Could not resolve "no-such-package"/],
  ])('%s: one sentence and exit code 2', async (_, source, stderr) => {
    const outcome = await runAgent(source);
    expect(outcome.stderr).toMatch(stderr);
    expect([outcome.code, outcome.findings]).toEqual([2, []]);
  });

  it('a file that is not there', async () => {
    await using folder = await temporaryFolder(FILES);
    const result = await preflag(['run', 'job.yaml', '--agent', 'nowhere.ts'], { cwd: folder.path });
    expect(result).toEqual({ code: 2, stdout: '', stderr: 'preflag: There is no agent at nowhere.ts.\n' });
  });
});

it('a cycle mends what the feedback names, and both attempts are kept', async () => {
  await using folder = await temporaryFolder({
    ...FILES,
    'agent.ts': agentOf(`
      const text = task.attempt === 1 ? '' : task.feedback.text + (await files.readText(task.previousFiles[0])).length;
      await files.write('report.md', text); await deliver('report.md');`),
  });
  const { code, stdout } = await preflag(['run', 'job.yaml', '--agent', 'agent.ts', '--out', 'attempts'], { cwd: folder.path });
  expect(code).toBe(0);
  expect(stdout).toContain('Since the last attempt: 1 fixed, 0 removed, 0 remaining, 0 new, 0 reopened');
  expect((await readdir(join(folder.path, 'attempts'))).toSorted()).toEqual(['attempt-1', 'attempt-2']);
});
