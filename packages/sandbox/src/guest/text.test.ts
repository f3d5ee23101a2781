import { expect, test } from 'vitest';
import * as guest from './text.ts';

/** Node's own, to compare with. */
const node = { TextEncoder, TextDecoder, atob, btoa };

const TEXTS = [
  '',
  'plain',
  'Größe',
  '表計算',
  '🎉 e\u0301',
  '\uFEFFbom',
  'a\ud800b',
  '\udc00',
  '\u007f\u0080\u07ff\u0800\uffff',
  'x'.repeat(20_000) + 'é',
];

test.each(TEXTS)('encodes %j as Node does', (text) => {
  expect(new guest.TextEncoder().encode(text)).toEqual(new Uint8Array(new node.TextEncoder().encode(text)));
  for (const length of [0, 1, 2, 3, 5]) {
    const [ours, theirs] = [new Uint8Array(length), new Uint8Array(length)];
    expect(new guest.TextEncoder().encodeInto(text, ours)).toEqual(new node.TextEncoder().encodeInto(text, theirs));
    expect(ours).toEqual(theirs);
  }
});

/** Every sequence of up to three of these, well-formed or not. */
const EDGES = [0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff];
const SEQUENCES = EDGES.flatMap((a) => [[a], ...EDGES.flatMap((b) => [[a, b], ...EDGES.map((c) => [a, b, c])])]);

test('decodes every kind of ill-formed sequence as Node does', () => {
  const [ours, theirs] = [new guest.TextDecoder(), new node.TextDecoder()];
  for (const start of [[], [0xf0, 0x9f], [0xf1], [0xf4, 0x8f]]) {
    for (const sequence of SEQUENCES) {
      const bytes = Uint8Array.from([...start, ...sequence, 0x42]);
      expect([[...bytes], ours.decode(bytes)]).toEqual([[...bytes], theirs.decode(bytes)]);
    }
  }
});

test.each(TEXTS)('decodes %j in pieces as Node does', (text) => {
  const bytes = new node.TextEncoder().encode(text).slice(0, 300);
  for (const size of [1, 2, 3]) {
    const [ours, theirs] = [new guest.TextDecoder(), new node.TextDecoder()];
    for (let start = 0; start < bytes.length; start += size) {
      const chunk = bytes.slice(start, start + size);
      expect(ours.decode(chunk, { stream: true })).toBe(theirs.decode(chunk, { stream: true }));
    }
    expect(ours.decode()).toBe(theirs.decode());
  }
});

test('options of the decoder', () => {
  expect(new guest.TextDecoder('utf8', { ignoreBOM: true }).decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toBe('\uFEFFa');
  expect(() => new guest.TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from([0xff]))).toThrow(TypeError);
  expect(() => new guest.TextDecoder('utf-16le')).toThrow(/only utf-8/);
});

test('base64 there and back, as Node does', () => {
  for (let length = 0; length < 40; length += 1) {
    const text = Array.from({ length }, (_, index) => String.fromCharCode((index * 37 + length) % 256)).join('');
    expect(guest.btoa(text)).toBe(node.btoa(text));
    expect(guest.atob(guest.btoa(text))).toBe(text);
  }
  expect([guest.atob(' YQ = = '), guest.atob('YQ')]).toEqual(['a', 'a']);
  for (const bad of ['a', 'a=b=', 'Y*Q=']) expect(() => guest.atob(bad)).toThrow(/not base64/);
  expect(() => guest.btoa('€')).toThrow(/above U\+00FF/);
});
