import { createHash } from 'node:crypto';
import { chmod, link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { collectDelivery } from './collect-delivery.ts';

const LIMITS = { workspaceBytes: 1000, deliveryFiles: 5, commandDepth: 3 };
const roots: string[] = [];
let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'preflag-test-'));
  roots.push(root);
});
afterAll(() => Promise.all(roots.map((path) => rm(path, { recursive: true, force: true }))));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

async function collected(before: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const given = Object.fromEntries(Object.entries(before).map(([path, content]) => [path, Buffer.from(content)]));
  const { files, skipped, message, manifest } = await collectDelivery(root, given, LIMITS);
  const hashes = Object.entries(files).map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  expect(manifest).toEqual(hashes);
  return {
    files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
    ...(skipped.length > 0 && { skipped: skipped.map(({ path, what }) => `${path}: ${what}`) }),
    ...(message !== undefined && { message }),
  };
}

test('what is new or changed is delivered, settings and caches are not', async () => {
  await put({
    same: '1',
    'in/changed': '2',
    new: '3',
    '.env': '4',
    '.git/config': '5',
    'a/__pycache__/x': '6',
    'node_modules/x': '7',
    'message.md': 'Done.',
  });
  expect(await collected({ same: '1', 'in/changed': 'old', gone: 'x' })).toEqual({
    files: { 'in/changed': '2', new: '3' },
    message: 'Done.',
  });
});

test('a folder deliver is the delivery, with all that is in it', async () => {
  await put({ 'deliver/a': '1', 'deliver/.b': '2', 'deliver/c/message.md': '3', scratch: '4', 'message.md': 'Words.' });
  expect(await collected()).toEqual({ files: { '.b': '2', a: '1', 'c/message.md': '3' }, message: 'Words.' });
});

test('a folder deliver of the inputs is none; nor is a link, or one that is empty anything else', async () => {
  await put({ 'deliver/a': '1', b: '2' });
  expect(await collected({ 'deliver/a': '1' })).toEqual({ files: { b: '2' } });
  await rm(join(root, 'deliver'), { recursive: true });
  await symlink('/etc', join(root, 'deliver'));
  expect(await collected()).toEqual({ files: { b: '2' }, skipped: ['deliver: link'] });
  await rm(join(root, 'deliver'));
  await mkdir(join(root, 'deliver'));
  expect(await collected()).toEqual({ files: {} });
});

test('messages that are links, or were there before, are none', async () => {
  await put({ 'message.md': 'given', 'deliver/a': '1' });
  expect(await collected({ 'message.md': 'given' })).toEqual({ files: { a: '1' } });
  await rm(join(root, 'message.md'));
  await symlink('/etc/passwd', join(root, 'message.md'));
  expect(await collected()).toEqual({ files: { a: '1' } });
});

test('what is no ordinary file is named', async () => {
  await put({ a: '1', exe: '2' });
  await symlink('a', join(root, 'link'));
  await symlink('/etc', join(root, 'folder'));
  await link(join(root, 'a'), join(root, 'b'));
  await chmod(join(root, 'exe'), 0o4755);
  expect(await collected()).toEqual({ files: {}, skipped: ['a: hard-link', 'b: hard-link', 'exe: setuid', 'folder: link', 'link: link'] });
});

test('what is too much is named: bytes, as the file says that it has them, files, and depth', async () => {
  await put({ a: 'x'.repeat(600), 'd/d/d/x': '1' });
  await writeFile(join(root, 'hole'), '');
  await truncate(join(root, 'hole'), 1e12);
  expect(await collected()).toEqual({ files: { a: 'x'.repeat(600) }, skipped: ['d/d/d: limit', 'hole: limit'] });
  await rm(root, { recursive: true });
  await put({ a: '', b: '', c: '', d: '', e: '', f: '' });
  expect(await collected()).toMatchObject({ skipped: [expect.stringMatching(/^[a-f]: limit$/)] });
});
