import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindArguments } from './bind-arguments.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'preflag-test-'));
  for (const folder of ['a', 'b']) {
    await mkdir(join(root, folder));
    await writeFile(join(root, folder, 'agent.py'), '');
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

const bind = (argv: readonly string[], options: Partial<Parameters<typeof bindArguments>[1]> = {}): ReturnType<typeof bindArguments> =>
  bindArguments(argv, { files: {}, read: [], isPlain: false, ...options });

test('a file that is named is bound alone, wherever it is', () => {
  const [absolute, other] = [join(root, 'a/agent.py'), join(root, 'b/agent.py')];
  expect(bind(['python3', absolute, relative(process.cwd(), absolute), other, root])).toEqual({
    argv: ['python3', '/agent/agent.py', '/agent/agent.py', '/agent/1/agent.py', root],
    read: [
      { from: absolute, at: '/agent/agent.py' },
      { from: other, at: '/agent/1/agent.py' },
    ],
  });
  expect(bind([absolute])).toEqual({ argv: ['/agent/agent.py'], read: [{ from: absolute, at: '/agent/agent.py' }] });
});

test('a file in a folder that may be read is found there', () => {
  const read = [root, { from: join(root, 'b'), at: '/opt/b' }];
  const word = join(root, 'b/agent.py');
  expect(bind(['x', word], { read: read.slice(1) }).argv).toEqual(['x', '/opt/b/agent.py']);
  expect(bind(['x', word], { read: read.slice(0, 1) })).toEqual({ argv: ['x', word], read: [{ from: root, at: root }] });
});

test('other words stay: programs, flags, files of the system and of the workspace; and all without a jail', () => {
  const words = ['package.json', '-package.json', 'package.json', 'absent.py', '/usr/bin/env'];
  expect(bind(words, { files: { 'package.json': 1 } })).toEqual({ argv: words, read: [] });
  const file = join(root, 'a/agent.py');
  expect(bind(['python3', relative(process.cwd(), file)], { isPlain: true })).toEqual({ argv: ['python3', file], read: [] });
});
