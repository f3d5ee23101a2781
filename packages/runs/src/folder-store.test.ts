import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_GATE, type Report } from '@preflag/core';
import { folderStore, resumeFolder } from './folder-store.ts';
import type { Attempt } from './run.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preflag-store-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const REPORT: Report = {
  job: 'q3',
  root: 'attempt 1',
  verdict: 'fail',
  reason: 'r',
  gate: DEFAULT_GATE,
  summary: {
    findings: { critical: 0, important: 0, minor: 0 },
    certainty: { certain: 0, likely: 0, hint: 0 },
    checks: { passed: 0, failed: 0, notChecked: 0, errored: 0 },
    files: 1,
    bytes: 1,
    durationMs: 1,
  },
  manifest: [],
  findings: [],
  checks: [],
};

const attempt = (files: Readonly<Record<string, string>>, more: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  result: {
    status: 'timeout',
    reason: 'It took longer than 1 s.',
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])),
    message: 'Done.',
    log: [
      { level: 'info', text: 'begun' },
      { level: 'warn', text: 'slow' },
    ],
    usage: { wallMs: 7, hostCalls: 2, modelTokens: 0, cost: 0 },
  },
  report: REPORT,
  ...more,
});

async function contents(): Promise<Record<string, string>> {
  const paths = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.toSorted().map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')])),
  );
}

it('writes an attempt as a folder that a person can open', async () => {
  const store = await folderStore(folder);
  const gone = { fixed: [], removed: [], unchecked: [], remaining: [], new: [], reopened: [] };
  await store.save(attempt({ 'a.md': 'A', 'in/b.csv': 'x,y' }, { feedback: 'Mend it.\n', comparison: gone }));
  const { 'attempt-1/attempt.json': about, 'attempt-1/report.json': report, ...rest } = await contents();
  expect(rest).toEqual({
    'attempt-1/delivery/a.md': 'A',
    'attempt-1/delivery/in/b.csv': 'x,y',
    'attempt-1/feedback.md': 'Mend it.\n',
    'attempt-1/log.txt': 'info begun\nwarn slow\n',
  });
  expect(JSON.parse(report ?? '')).toEqual(REPORT);
  expect(JSON.parse(about ?? '')).toEqual({
    number: 1,
    status: 'timeout',
    reason: 'It took longer than 1 s.',
    message: 'Done.',
    usage: { wallMs: 7, hostCalls: 2, modelTokens: 0, cost: 0 },
    verdict: 'fail',
    sinceLastAttempt: { fixed: 0, removed: 0, unchecked: 0, remaining: 0, new: 0, reopened: 0 },
  });
});

it('keeps a delivery of nothing as an empty folder, and no feedback after the last attempt', async () => {
  const store = await folderStore(join(folder, 'new/deep'));
  await store.save(attempt({}));
  expect((await readdir(join(folder, 'new/deep/attempt-1'))).toSorted()).toEqual(['attempt.json', 'delivery', 'log.txt', 'report.json']);
});

it.each([
  ['../b.md', /^The delivered name '\.\.\/b\.md' leaves the delivery\.$/],
  ['/b.md', /leaves the delivery/],
  ['in/../../b.md', /leaves the delivery/],
  ['..\\b.md', /leaves the delivery/],
  ['a.md/b.md', /^Attempt 1 cannot be stored in .*: (ENOTDIR|EEXIST)/],
])('writes nothing of an attempt that delivers %s', async (path, message) => {
  const store = await folderStore(folder);
  await expect(store.save(attempt({ 'a.md': 'A', [path]: 'B' }))).rejects.toMatchObject({
    code: 'path',
    message: expect.stringMatching(message),
  });
  expect(await readdir(folder)).toEqual([]);
});

it('leaves earlier attempts as they are', async () => {
  const store = await folderStore(folder);
  await store.save(attempt({ 'a.md': '1' }));
  await expect(store.save(attempt({ 'a.md': '2' }))).rejects.toMatchObject({ code: 'path' });
  await store.save(attempt({ 'a.md': '2' }, { number: 2 }));
  expect(await contents()).toMatchObject({ 'attempt-1/delivery/a.md': '1', 'attempt-2/delivery/a.md': '2' });
});

it('refuses a folder that holds something, and a file in the place of the folder', async () => {
  await writeFile(join(folder, 'mine.txt'), 'mine');
  await expect(folderStore(folder)).rejects.toMatchObject({
    code: 'path',
    message: `The folder ${folder} is not empty. Give --out a new folder, so that nothing in it is lost.`,
  });
  await expect(folderStore(join(folder, 'mine.txt'))).rejects.toMatchObject({
    code: 'path',
    message: expect.stringContaining('cannot be made'),
  });
  expect(await contents()).toEqual({ 'mine.txt': 'mine' });
});

it('goes on with a run that waits, with its attempts as they were', async () => {
  const waiting = { attempt: 2, questions: [{ seq: 1, kind: 'ask', text: 'Which?' }], journal: { version: 1 } } as const;
  const store = await folderStore(folder);
  const first = attempt({ 'a.md': 'a', 'deep/b.md': 'ü' }, { feedback: 'Mend it.' });
  await store.save(first);
  await store.saveWaiting(waiting);
  const resumed = await resumeFolder(folder);
  expect(resumed.run).toEqual({ attempts: [{ ...first, result: { ...first.result, log: [] } }], waiting });
  await resumed.store.save(attempt({ 'a.md': 'b' }, { number: 2 }));
  expect((await readdir(folder)).toSorted()).toEqual(['attempt-1', 'attempt-2']);
});

it.each(['', '{"attempt":2,"questions":[],"journal":{}}'])('refuses to go on where no run waits, or one is not whole: %j', async (text) => {
  if (text !== '') await writeFile(join(folder, 'waiting.json'), text);
  await expect(resumeFolder(folder)).rejects.toMatchObject({ code: 'path', message: expect.stringContaining('that waits for an answer') });
});
