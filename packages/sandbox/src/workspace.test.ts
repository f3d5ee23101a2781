import { expect, test } from 'vitest';
import { Deliveries } from './deliveries.ts';
import { Workspace } from './workspace.ts';
import { workspacePath } from './workspace-path.ts';

test.each<[string, string]>([
  ['a', 'a'],
  ['./a//b.csv', 'a/b.csv'],
  ['Bericht Größe.docx', 'Bericht Größe.docx'],
  ['.hidden/..a/b..', '.hidden/..a/b..'],
])('%j is the path %j', (given, path) => {
  expect(workspacePath(given)).toEqual({ ok: true, path });
});

test.each<[string, RegExp]>([
  ['', /names no file/],
  ['.', /names no file/],
  ['a/', /names no file/],
  ['..', /leaves the workspace/],
  ['../workspace-evil/a', /leaves the workspace/],
  ['a/../b', /leaves the workspace/],
  ['/etc/passwd', /is absolute/],
  ['//server/share', /is absolute/],
  ['C:/x', /is absolute/],
  ['c:x', /is absolute/],
  ['a\\..\\b', /backslash/],
  ['a\0.txt', /control character/],
  ['a\nb', /control character/],
  ['a\ud800', /control character/],
  ['a/__proto__', /not allowed/],
  ['a/'.repeat(40) + 'b', /deeper than 32/],
  ['a'.repeat(2000), /longer than 1024/],
])('%j is refused', (given, text) => {
  expect(workspacePath(given)).toEqual({ ok: false, text: expect.stringMatching(text) });
});

const LIMITS = { workspaceBytes: 10, workspaceFiles: 2 };
const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(length);

test('what is written is counted, what was there is not', () => {
  const workspace = new Workspace({ in: bytes(100) }, LIMITS);
  workspace.write('a', bytes(6));
  workspace.write('b', bytes(4));
  expect(() => workspace.write('b', bytes(5))).toThrow(
    expect.objectContaining({ code: 'quota', message: expect.stringContaining('together') }),
  );
  expect(() => workspace.write('c', bytes(0))).toThrow(
    expect.objectContaining({ code: 'quota', message: expect.stringContaining('More than 2 files') }),
  );
  workspace.write('a', bytes(1));
  workspace.remove('b');
  workspace.write('c', bytes(9));
  expect(workspace.list('')).toEqual(['a', 'c', 'in']);
});

test('a file and a folder of one name do not go together, until one is gone', () => {
  const workspace = new Workspace({ 'a/b': bytes(1) }, LIMITS);
  const conflict = expect.objectContaining({ code: 'conflict' });
  expect(() => workspace.write('a', bytes(1))).toThrow(conflict);
  expect(() => workspace.write('a/b/c', bytes(1))).toThrow(conflict);
  workspace.remove('a/b');
  workspace.write('a', bytes(1));
  expect([workspace.list('a'), workspace.list('.')]).toEqual([[], ['a']]);
});

test('what is delivered is what stands there at the end', () => {
  const workspace = new Workspace({ in: bytes(3) }, LIMITS);
  const source = bytes(2);
  workspace.write('a', source);
  source.fill(9);
  const deliveries = new Deliveries(workspace);
  deliveries.deliver('a', 'named');
  deliveries.deliver('in', 'kept');
  deliveries.deliver('in', 'named');
  expect(deliveries.collect()).toEqual({ named: bytes(3), kept: bytes(3) });
  expect(() => deliveries.deliver('nowhere', 'x')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => deliveries.deliver('in', '../x')).toThrow(expect.objectContaining({ code: 'denied' }));
});
