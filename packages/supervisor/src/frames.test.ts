import { expect, test } from 'vitest';
import { EMPTY_BODY, encodeMessage, FrameDecoder, FrameError, type Message } from './frames.ts';

const LIMITS = { frameBytes: 64, messageBytes: 1000 };
const anyHeader = (_header: unknown): _header is unknown => true;

const MESSAGES: readonly Message[] = [
  { header: { type: 'run', text: 'Größe 表 🎉' }, body: Uint8Array.from([1, 2, 3]) },
  { header: null, body: EMPTY_BODY },
  { header: { id: 7 }, body: Uint8Array.from({ length: 300 }, (_, index) => index % 256) },
  { header: [1, 'two'], body: EMPTY_BODY },
];

function encodeAll(messages: readonly Message[], frameBytes = LIMITS.frameBytes): Uint8Array {
  return Uint8Array.from(messages.flatMap(({ header, body }) => encodeMessage(header, body, frameBytes).flatMap((chunk) => [...chunk])));
}

function decode(bytes: Uint8Array, chunkBytes: number): Message[] {
  const decoder = new FrameDecoder(LIMITS, anyHeader);
  const messages: Message[] = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) messages.push(...decoder.push(bytes.subarray(start, start + chunkBytes)));
  expect(decoder.isIdle).toBe(true);
  return messages;
}

test('messages arrive whole, however the stream is cut', () => {
  const bytes = encodeAll(MESSAGES);
  for (let chunkBytes = 1; chunkBytes <= bytes.length; chunkBytes += 1) expect(decode(bytes, chunkBytes)).toEqual(MESSAGES);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const decoder = new FrameDecoder(LIMITS, anyHeader);
    expect([...decoder.push(bytes.subarray(0, cut)), ...decoder.push(bytes.subarray(cut))]).toEqual(MESSAGES);
  }
});

test('no frame is longer than the limit, whatever the length of the body', () => {
  for (let length = 0; length < 200; length += 1) {
    const body = Uint8Array.from({ length }, (_, index) => index);
    expect(decode(encodeAll([{ header: { n: length }, body }]), 7)).toEqual([{ header: { n: length }, body }]);
  }
});

test('a message that is cut off leaves the decoder waiting', () => {
  const decoder = new FrameDecoder(LIMITS, anyHeader);
  expect(decoder.push(encodeAll(MESSAGES).subarray(0, 30))).toEqual([]);
  expect(decoder.isIdle).toBe(false);
});

const header = new TextEncoder().encode('{"id":1}');
const bad = new TextEncoder().encode('{"id":');

test.each<[string, Uint8Array | number[], RegExp]>([
  ['a total above the limit', [0, 0, 0, 61, 0, 0, 0, 8], /65 bytes is longer than the limit of 64/],
  ['a total of 4 GB', [255, 255, 255, 255], /longer than the limit/],
  ['a total that does not hold the header length', [0, 0, 0, 3, 0, 0, 0], /the least is 4/],
  ['a header longer than its frame', [0, 0, 0, 5, 0, 0, 0, 9, 1], /header of 9 bytes/],
  ['an empty part', [0, 0, 0, 4, 0, 0, 0, 0], /part is empty/],
  ['a header that is not JSON', [0, 0, 0, 4 + bad.length, 0, 0, 0, bad.length, ...bad], /not JSON/],
  ['a header that is not UTF-8', [0, 0, 0, 6, 0, 0, 0, 2, 0xc3, 0x28], /not JSON in UTF-8/],
  [
    'parts that are too much together',
    Uint8Array.from(Array.from({ length: 20 }, () => [0, 0, 0, 60, 0, 0, 0, 0, ...new Uint8Array(56)]).flat()),
    /longer than the limit of 1000 bytes/,
  ],
])('refuses %s', (_name, bytes, message) => {
  const decoder = new FrameDecoder(LIMITS, anyHeader);
  expect(() => decoder.push(Uint8Array.from(bytes))).toThrow(message);
});

test('refuses a header that the caller does not know', () => {
  const decoder = new FrameDecoder(LIMITS, (found): found is { type: 'answer' } => JSON.stringify(found) === '{"type":"answer"}');
  expect(decoder.push(encodeAll([{ header: { type: 'answer' }, body: EMPTY_BODY }]))).toHaveLength(1);
  const frame = Uint8Array.from([0, 0, 0, 4 + header.length, 0, 0, 0, header.length, ...header]);
  expect(() => decoder.push(frame)).toThrow(new FrameError('A header is not one that may come here: {"id":1}'));
});

test('a header that does not fit into a frame cannot be sent', () => {
  expect(() => encodeMessage({ text: 'x'.repeat(64) }, EMPTY_BODY, 64)).toThrow(FrameError);
});
