import { describe, expect, it } from 'vitest';
import { LoopFiles } from './loop-files.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const texts = (files: Readonly<Record<string, Uint8Array>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString()]));

describe('the workspace of a loop', () => {
  it('hands a file in as it stands at the end', () => {
    const files = new LoopFiles({ 'a.md': bytes('1') }, {});
    files.deliver('./a.md', 'out/a.md');
    files.write('a.md', bytes('2'));
    expect([files.hasDelivered, texts(files.collect())]).toEqual([true, { 'out/a.md': '2' }]);
  });

  it('takes over what code changed and removed', () => {
    const files = new LoopFiles({ 'a.md': bytes('a'), 'b.md': bytes('b') }, {});
    files.deliver('a.md', 'a.md');
    files.deliver('b.md', 'b.md');
    files.replace({ 'b.md': bytes('b2'), 'c.md': bytes('c') });
    files.deliver('c.md', 'c.md');
    expect(texts(files.all())).toEqual({ 'b.md': 'b2', 'c.md': 'c' });
    expect(texts(files.collect())).toEqual({ 'b.md': 'b2', 'c.md': 'c' });
  });

  it('counts what was written, and not what was given', () => {
    const files = new LoopFiles(
      { 'big.bin': new Uint8Array(100), 'x.bin': new Uint8Array(100) },
      { workspaceBytes: 10, workspaceFiles: 2 },
    );
    files.write('a', new Uint8Array(6));
    files.write('a', new Uint8Array(9));
    expect(() => files.write('b', new Uint8Array(2))).toThrow('The files that were written are more than 1 kB together.');
    files.write('b', new Uint8Array(1));
    expect(() => files.write('c', new Uint8Array(0))).toThrow('More than 2 files were written.');
    expect(() => files.replace({ ...files.all(), 'x.bin': new Uint8Array(100).fill(1) })).toThrow('More than 2 files');
    files.replace({ ...files.all(), 'x.bin': new Uint8Array(100) });
    expect(files.list().map(({ path }) => path)).toEqual(['a', 'b', 'big.bin', 'x.bin']);
  });

  it.each<[string, (files: LoopFiles) => unknown, string]>([
    ['a path that leaves it', (files) => files.write('../x', bytes('')), "The path '../x' leaves the workspace."],
    ['an absolute path', (files) => files.read('/etc/passwd'), "The path '/etc/passwd' is absolute; paths begin in the workspace."],
    ['a file that is not there', (files) => files.read('x'), "There is no file 'x'. list_files says what is there."],
    [
      'a file in a file',
      (files) => files.write('a.md/x', bytes('')),
      "'a.md/x' cannot be written: 'a.md' is there, and one of them would be a file and a folder.",
    ],
    [
      'a file that is a folder',
      (files) => files.write('d', bytes('')),
      "'d' cannot be written: 'd/e.md' is there, and one of them would be a file and a folder.",
    ],
    ['a delivery of nothing', (files) => files.deliver('x', 'a.md'), "There is no file 'x'. list_files says what is there."],
    ['a name that leaves the delivery', (files) => files.deliver('a.md', '../a.md'), "The path '../a.md' leaves the workspace."],
    [
      'a name that is a folder of the delivery',
      (files) => (files.deliver('a.md', 'o/a.md'), files.deliver('a.md', 'o')),
      "'o/a.md' is delivered already, so 'o' cannot be: one of them would be a file and a folder.",
    ],
  ])('refuses %s', (_, act, text) => {
    expect(() => act(new LoopFiles({ 'a.md': bytes('a'), 'd/e.md': bytes('e') }, {}))).toThrow(text);
  });
});
