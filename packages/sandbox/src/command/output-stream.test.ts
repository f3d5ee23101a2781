import { expect, test } from 'vitest';
import { OutputStream } from './output-stream.ts';
import { plainLine } from './plain-line.ts';

function print(limit: number, chunks: readonly string[]): { told: string[]; end: ReturnType<OutputStream['end']> } {
  const told: string[] = [];
  const stream = new OutputStream(limit, (line) => told.push(line));
  for (const chunk of chunks) stream.push(Buffer.from(chunk));
  return { told, end: stream.end() };
}

test.each<[string, number, readonly string[], readonly string[], readonly string[], number, readonly [string, string, number]]>([
  ['nothing', 10, [], [], [], 0, ['', '', 0]],
  ['lines as they come', 10, ['a\nb', 'c\n'], ['a', 'bc'], [], 0, ['a\nbc\n', '', 0]],
  ['a last line without an end', 10, ['a\nb'], ['a'], ['b'], 0, ['a\nb', '', 0]],
  ['a line over the edge of the head', 5, ['ab\n', 'cdefg\n'], ['ab'], ['cdefg'], 0, ['ab\ncd', 'efg\n', 0]],
  ['a middle that is dropped', 6, ['a\nb\n', 'c\nd\ne\nf\ng\nh\n'], ['a', 'b', 'c'], ['g', 'h'], 3, ['a\nb\nc\n', 'f\ng\nh\n', 4]],
  ['a character over the edge of chunks', 10, ['gr\u00f6\u00dfe\n'], ['gr\u00f6\u00dfe'], [], 0, ['gr\u00f6\u00dfe\n', '', 0]],
])('%s', (_name, limit, chunks, told, lines, droppedLines, [head, tail, dropped]) => {
  expect(print(limit, chunks)).toEqual({ told, end: { captured: { head, tail, dropped }, lines, droppedLines } });
});

test('bytes that come one at a time are kept in few pieces', () => {
  const { end } = print(50_000, Array<string>(200_000).fill('x'));
  expect([end.captured.head.length, end.captured.tail.length, end.captured.dropped]).toEqual([50_000, 50_000, 100_000]);
});

test.each([
  ['\u001b[31mred\u001b[0m\r', 'red'],
  ['\u001b]0;title\u0007x', 'x'],
  ['10%\r100%', '10%\uFFFD100%'],
  ['a\tb\u0000c\u009bd', 'a\tb\uFFFDc\uFFFDd'],
  ['x'.repeat(5000), `${'x'.repeat(4096)}…`],
])('a line that is shown: %j', (line, shown) => {
  expect(plainLine(line)).toBe(shown);
});
