import { jailOfWorker } from '@preflag/sandbox';
import { tryJail } from '@preflag/supervisor';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preflag, temporaryFolder, type TemporaryFolder } from '../../lib/cli.ts';

const AGENT = `export const agent = async (_: object, { files, deliver }: any) => { await files.write('a.md', '# A\\n\\nText.\\n'); await deliver('a.md'); };\n`;
let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder({ 'agent.ts': AGENT, 'job.yaml': 'version: 1\nid: level\ndeliverables: [a.md]\n' });
});
afterAll(() => folder[Symbol.asyncDispose]());

const run = (level: string): ReturnType<typeof preflag> =>
  preflag(['run', 'job.yaml', '--agent', 'agent.ts', '--cycles', '0', '--sandbox', level, '--out', `out-${level}`], { cwd: folder.path });

test('preflag run takes the level standard', async () => {
  expect(await run('standard')).toMatchObject({ code: 0, stdout: expect.stringContaining('ended ok'), stderr: '' });
});

test('preflag run takes the level strict, or refuses and says what to do', async () => {
  const obstacle = tryJail(jailOfWorker());
  if (obstacle) process.stdout.write(`Only the refusal of strict is tested: ${obstacle.cause}\n`);
  const { code, stdout, stderr } = await run('strict');
  const isRun = stdout.includes('ended ok');
  const isRefused = stdout === '' && stderr.includes(obstacle?.fix ?? 'nothing to mend');
  expect({ code, isRun, isRefused }).toEqual(
    obstacle ? { code: 3, isRun: false, isRefused: true } : { code: 0, isRun: true, isRefused: false },
  );
});

test('another level is a wrong flag', async () => {
  expect(await run('weak')).toEqual({ code: 2, stdout: '', stderr: "preflag: --sandbox is 'weak'; the levels are standard and strict.\n" });
});

test('doctor tries the layers of both levels', async () => {
  const { code, stdout } = await preflag(['doctor']);
  const isHad = tryJail(jailOfWorker()) === undefined;
  expect([code, stdout.match(/^[✔○✖] (?:namespaces|seccomp|strict sandbox)/gmu)]).toEqual([
    0,
    ['namespaces', 'seccomp', 'strict sandbox'].map((name) => `${isHad ? '✔' : '○'} ${name}`),
  ]);
});
