import { LLMock } from '@copilotkit/aimock';
import { messageOf } from '@preflag/core';
import { requireCommandJail } from '@preflag/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preflag, temporaryFolder, type TemporaryFolder } from '../lib/cli.ts';

const JOB = `version: 1
id: names
brief: Sort the names, and write a report with a section Summary.
inputs: [names.csv]
deliverables:
  - path: sorted.csv
  - { path: report.md, type: report, sections: [Summary] }
`;

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder({ 'job.yaml': JOB, 'names.csv': 'id,name\n1,Zoe\n2,Ada\n' });
});
afterAll(() => folder[Symbol.asyncDispose]());

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ReturnType<typeof preflag> =>
  preflag(['run', 'job.yaml', '--no-color', ...args], { cwd: folder.path, env });

const obstacle = await requireCommandJail().then(() => undefined, messageOf);
if (obstacle !== undefined) process.stdout.write(`Commands in the sandbox are not tested: ${obstacle}\n`);

describe.skipIf(obstacle !== undefined)('a command', () => {
  test('in python delivers, is told and mends', async () => {
    await folder.write({
      'agent.py': `import csv, os
rows = sorted(csv.DictReader(open('names.csv')), key=lambda row: row['name'])
with open('sorted.csv', 'w', newline='') as file:
    writer = csv.DictWriter(file, ['id', 'name'])
    writer.writeheader()
    writer.writerows(rows)
title = 'Summary' if os.path.exists('feedback.md') else 'Overview'
open('report.md', 'w').write(f'# Names\\n\\n## {title}\\n\\nThere are {len(rows)} names.\\n')
`,
    });
    const { code, stdout } = await run(['--agent', 'cmd:python3 agent.py', '--out', 'python']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Attempt 1[^]*The section 'Summary' is missing[^]*Attempt 2[^]*PASS/)]);
  });

  test('that is a pipeline of the shell delivers', async () => {
    const pipeline = `cmd:sh -c 'tail -n +2 names.csv | sort -t, -k2 > sorted.csv; printf "# Names\\n\\n## Summary\\n\\nSorted.\\n" > report.md'`;
    expect(await run(['--agent', pipeline, '--out', 'pipeline'])).toMatchObject({ code: 0, stdout: expect.stringContaining('PASS') });
  });

  test.each([
    ['cmd:no-such-program x', 2, "The program 'no-such-program' is not in the sandbox"],
    ['cmd:false', 1, 'exit code 1'],
  ])('%s ends with %i', async (agent, code, text) => {
    const ended = await run(['--agent', agent, '--cycles', '0', '--out', agent.replaceAll(/\W/g, '')]);
    expect([ended.code, ended.stdout + ended.stderr]).toEqual([code, expect.stringContaining(text)]);
  });
});

test('without a sandbox a command runs only when that is said, and loudly', async () => {
  const ended = await run([
    '--agent',
    'cmd:sh -c \'cp names.csv sorted.csv; echo "# A\n\n## Summary\n\nx" > report.md\'',
    '--unsafe-no-sandbox',
    '--out',
    'unsafe',
  ]);
  expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining('NOT SANDBOXED')]);
});

test.each([
  [['--agent', 'cmd:sort names.csv | tee x'], "run without a shell, so '|' means nothing"],
  [['--agent', 'cmd:echo $HOME'], "so '$HOME' means nothing"],
  [['--agent', 'cmd:'], 'needs a program'],
  [['--agent', 'cmd:true', '--sandbox', 'standard'], "no level 'standard'"],
  [['--agent', 'agent.ts', '--unsafe-no-sandbox'], '--unsafe-no-sandbox is for --agent cmd:'],
  [['--agent', 'nowhere.ts'], 'There is no agent at nowhere.ts'],
  [['--agent', 'model:m', '--model', 'n'], '--agent model:NAME names its model itself'],
  [['--agent', 'cmd:true', '--answer', 'x'], '--answer needs --resume DIR'],
  [['--agent', 'cmd:true', '--resume', 'nowhere'], 'There is no run in nowhere that waits'],
  [['--agent', 'model:m', '--max-tokens', 'many'], "--max-tokens is 'many'"],
  [['--agent', 'cmd:true', '--max-tokens', '9'], '--max-tokens needs a model'],
  [[], 'needs --agent'],
])('%j is refused with what to do', async (args, text) => {
  expect(await run(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(text) });
});

test('a model without a key is an error that names the variable', async () => {
  expect(await run(['--agent', 'model:gpt-x'])).toMatchObject({
    code: 3,
    stderr: "preflag: The model 'gpt-x' needs a key: set OPENAI_API_KEY.\n",
  });
});

test('a model behind an address of its own does the job', async () => {
  const model = new LLMock({ port: 0 });
  const code = `const rows = (await files.readText('names.csv')).trim().split('\\n');
    await files.write('sorted.csv', [rows[0], ...rows.slice(1).sort((a, b) => a.split(',')[1] < b.split(',')[1] ? -1 : 1)].join('\\n'));
    await files.write('report.md', '# Names\\n\\n## Summary\\n\\nSorted.\\n');`;
  const answers = [
    { toolCalls: [{ name: 'run_code', arguments: JSON.stringify({ code: `const { files } = preflag; ${code}` }) }] },
    { toolCalls: ['sorted.csv', 'report.md'].map((path) => ({ name: 'deliver', arguments: JSON.stringify({ path }) })) },
    { content: 'Done.' },
  ];
  model.on({}, () => answers.shift() ?? { content: 'Nothing more.' });
  const url = await model.start();
  try {
    const ended = await run(['--agent', 'model:any', '--cycles', '0', '--out', 'model'], {
      OPENAI_BASE_URL: `${url}/v1`,
      OPENAI_API_KEY: 'test',
    });
    expect([ended.code, ended.stdout + ended.stderr]).toEqual([0, expect.stringContaining('PASS')]);
  } finally {
    // It waits for connections that the client keeps open, which nobody else needs to.
    void model.stop();
  }
});

test('a module that asks a person waits with 4, holds no process, and goes on when it is answered', async () => {
  await folder.write({
    'asks.ts': `export const agent = async ({ inputs, feedback }, { files, deliver, human, log }) => {
      log.info('begins');
      await files.write('sorted.csv', await files.readText(inputs[0]));
      const who = feedback ? await human.ask('For whom?', { not: 'me' }) : 'nobody';
      const { approved, reason } = feedback ? await human.approve('Send?') : {};
      await files.write('report.md', \`# Names\\n\\n## \${feedback ? 'Summary' : 'Overview'}\\n\\nFor \${who}, \${approved}, \${reason}.\\n\`);
      await deliver('sorted.csv'); await deliver('report.md');
    };`,
  });
  const asked = await run(['--agent', 'asks.ts', '--out', 'asks out']);
  expect([asked.code, asked.stdout]).toEqual([
    4,
    expect.stringMatching(
      /For whom\?\n {4}\{"not":"me"\}\n\nGo on with:\n {2}preflag run job\.yaml --agent asks\.ts --resume 'asks out' --answer '…'\n$/,
    ),
  ]);
  const again = ['--agent', 'asks.ts', '--resume', 'asks out', '--answer'];
  expect(await run([...again, 'the boss'])).toMatchObject({ code: 4, stdout: expect.stringContaining('Send? (yes or no)') });
  expect(await run([...again, 'perhaps'])).toMatchObject({ code: 2, stderr: expect.stringContaining('wants yes or no') });
  expect(await run([...again, 'yes', '--answer', 'more'])).toMatchObject({ code: 2, stderr: expect.stringContaining('2 --answer for 1') });
  expect(await run([...again, 'no: not yet'])).toMatchObject({ code: 0, stdout: expect.stringContaining('PASS') });
  expect(await run([...again, 'yes'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no run in asks out that waits'),
  });
});
