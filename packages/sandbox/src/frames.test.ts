import { expect, test } from 'vitest';
import { isFromWorker } from './frames.ts';
import { requireSafeIsolatedVm } from './isolated-vm-version.ts';
import { LogRelay } from './log-relay.ts';
import { RunLog } from './run-log.ts';

test.each<[unknown, boolean]>([
  [{ type: 'call', run: 1, id: 1, name: 'files.read', args: ['a'], hasBody: false }, true],
  [{ type: 'log', run: 1, lines: [['info', 'text']] }, true],
  [{ type: 'tail', run: 1, lines: [], dropped: 3 }, true],
  [{ type: 'end', run: 1, ok: true, hasResult: false }, true],
  [{ type: 'end', run: 1, ok: false, code: 'thrown', message: 'x' }, true],
  [{ type: 'end', run: 1, ok: false }, false],
  [{ type: 'end', run: 1, ok: 'true', hasResult: true }, false],
  [{ type: 'call', run: 1, id: -1, name: 'files.read', args: [], hasBody: false }, false],
  [{ type: 'call', run: 1, id: 1, name: 'constructor', args: [], hasBody: false }, false],
  [{ type: 'call', run: 1, id: 1, name: 'files.read', args: [1], hasBody: false }, false],
  [{ type: 'call', run: 1, id: 1, name: 'files.read', args: ['a', 'b', 'c'], hasBody: false }, false],
  [{ type: 'log', run: 1, lines: [['fatal', 'text']] }, false],
  [{ type: 'verdict', run: 1, pass: true }, false],
  [{ type: 'end', ok: true, hasResult: false }, false],
  [{ type: 'end', run: -1, ok: true, hasResult: false }, false],
  [[], false],
  [null, false],
])('%j may come from a worker: %s', (header, isAllowed) => {
  expect(isFromWorker(header)).toBe(isAllowed);
});

test.each(['7.0.1', '7.1.0', '8.0.0'])('isolated-vm %s is taken', (version) => {
  expect(() => requireSafeIsolatedVm(version)).not.toThrow();
});

test.each(['7.0.0', '6.9.9', '7.0.1-beta.1'])('isolated-vm %s is refused', (version) => {
  expect(() => requireSafeIsolatedVm(version)).toThrow(
    expect.objectContaining({ code: 'sandbox', message: expect.stringContaining('7.0.1') }),
  );
});

test('the relay sends a head once and a tail that is true', () => {
  const log = new RunLog(40);
  const isTaken: boolean[] = [];
  const relay = new LogRelay(40, (message) => {
    if (message.type === 'log') isTaken.push(log.add(message.lines));
    if (message.type === 'tail') isTaken.push(log.replaceTail(message.lines, message.dropped));
  });
  for (let line = 0; line < 10; line += 1) relay.add(['info', `line ${line}`]);
  relay.flush();
  expect(isTaken).toEqual([true, true, true]);
  expect(log.end()).toEqual({
    log: ['line 0', 'line 1', 'line 8', 'line 9'].map((text) => ({ level: 'info', text })),
    truncated: { kept: 4, dropped: 6 },
  });
});

test('a worker that sends more log than it may is found out', () => {
  const log = new RunLog(10);
  expect([log.add([['info', 'abc']]), log.add([['info', 'abcdef']]), log.replaceTail([['info', 'abcdef']], 0)]).toEqual([
    true,
    false,
    false,
  ]);
});
