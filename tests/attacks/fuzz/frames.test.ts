import { encodeMessage, FrameDecoder, FrameError, type Message } from '@preflag/supervisor';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFromWorker } from '../../../packages/sandbox/src/frames.ts';

const LIMITS = { frameBytes: 256, messageBytes: 2000 };
const anyHeader = (_header: unknown): _header is unknown => true;

const header = fc.jsonValue({ maxDepth: 3 }).filter((value) => JSON.stringify(value).length < 60);
const message = fc.record({ header, body: fc.uint8Array({ maxLength: 700 }) });
const messages = fc.array(message, { minLength: 1, maxLength: 5 });

const encoded = (sent: readonly Message[]): Uint8Array =>
  Uint8Array.from(sent.flatMap((one) => encodeMessage(one.header, one.body, LIMITS.frameBytes).flatMap((chunk) => [...chunk])));

interface Decoded {
  readonly messages: readonly Message[];
  readonly error: unknown;
  readonly isIdle: boolean;
}

/** Pushes bytes in pieces of the given lengths, in turn, up to the first error. */
function decode(bytes: Uint8Array, pieces: readonly number[] = [bytes.length], limits: typeof LIMITS = LIMITS): Decoded {
  const decoder = new FrameDecoder(limits, anyHeader);
  const found: Message[] = [];
  let start = 0;
  try {
    for (let index = 0; start < bytes.length; index += 1) {
      const end = start + Math.max(1, pieces[index % pieces.length] ?? 1);
      found.push(...decoder.push(bytes.subarray(start, end)));
      start = end;
    }
  } catch (error) {
    return { messages: found, error, isIdle: false };
  }
  return { messages: found, error: undefined, isIdle: decoder.isIdle };
}

const plain = (found: readonly Message[]): unknown => found.map(({ header, body }) => [header, [...body]]);
/** JSON has one zero. */
const sentAs = (sent: readonly Message[]): unknown =>
  plain(sent.map(({ header, body }) => ({ header: JSON.parse(JSON.stringify(header)) as unknown, body })));
const pieces = fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 7 });

describe('attack 26: the stream of a worker', () => {
  test('what was sent arrives, wherever it is cut', () => {
    fc.assert(
      fc.property(messages, pieces, (sent, lengths) => {
        expect(decode(encoded(sent), lengths)).toMatchObject({ error: undefined, isIdle: true });
        expect(plain(decode(encoded(sent), lengths).messages)).toEqual(sentAs(sent));
      }),
      { numRuns: 300 },
    );
  });

  test('cut at every byte, the first part is no message too many and no error', () => {
    fc.assert(
      fc.property(messages, (sent) => {
        const bytes = encoded(sent);
        const all = sentAs(sent) as readonly unknown[];
        for (let cut = 0; cut < bytes.length; cut += 1) {
          const { messages: found, error, isIdle } = decode(bytes.subarray(0, cut), [cut]);
          if (error !== undefined || found.length >= sent.length) throw new Error(`At ${cut}: ${String(error)}`);
          if (isIdle && cut > 0 && found.length === 0) throw new Error(`At ${cut} it says that nothing is missing.`);
          expect(plain(found)).toEqual(all.slice(0, found.length));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('any bytes whatever give messages within the limits, or a FrameError', () => {
    const almost = fc.tuple(messages, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })).map(([sent, changes]) => {
      const bytes = encoded(sent);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), almost), pieces, (bytes, lengths) => {
        const { messages: found, error } = decode(bytes, lengths);
        expect(error === undefined || error instanceof FrameError).toBe(true);
        expect(found.every(({ body }) => body.length <= LIMITS.messageBytes)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('a length above the limit is refused when its four bytes are there, before anything is kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: LIMITS.frameBytes - 3, max: 2 ** 32 - 1 }), (total) => {
        const prefix = new Uint8Array(4);
        new DataView(prefix.buffer).setUint32(0, total);
        expect(decode(prefix).error).toBeInstanceOf(FrameError);
      }),
    );
  });

  test('a valid header with the wrong length of its own or of its frame is refused, or makes the rest no message of its own', () => {
    fc.assert(
      fc.property(
        message,
        fc.integer({ min: -40, max: 40 }).filter((off) => off !== 0),
        fc.constantFrom(0, 4),
        (one, off, field) => {
          const bytes = encoded([one]);
          const view = new DataView(bytes.buffer);
          fc.pre(view.getUint32(field) + off >= 0);
          view.setUint32(field, view.getUint32(field) + off);
          const { messages: found, error, isIdle } = decode(bytes);
          expect(
            error instanceof FrameError || found.length === 0 || !isIdle || JSON.stringify(plain(found)) !== JSON.stringify(sentAs([one])),
          ).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('a header of %s, a million deep, is a FrameError', (_name, open, close) => {
    const text = new TextEncoder().encode(`${open.repeat(1e6)}1${close.repeat(1e6)}`);
    const frame = new Uint8Array(8 + text.length);
    new DataView(frame.buffer).setUint32(0, 4 + text.length);
    new DataView(frame.buffer).setUint32(4, text.length);
    frame.set(text, 8);
    const decoder = new FrameDecoder({ frameBytes: 16 * 1024 * 1024, messageBytes: 1000 }, isFromWorker);
    expect(() => decoder.push(frame)).toThrow(FrameError);
  });
});

describe('attack 26: the header of a message', () => {
  const index = fc.oneof(fc.nat(), fc.constantFrom(-1, 1.5, Number.MAX_SAFE_INTEGER, 2 ** 53, Number.NaN, '1', null));
  const text = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'files.read', 'tools.call', 'thrown'), fc.integer());
  const line = fc.tuple(fc.oneof(fc.constantFrom('info', 'error', 'fatal', '__proto__'), fc.integer()), text);
  const likely = fc.record(
    {
      type: fc.constantFrom('call', 'log', 'tail', 'step', 'pong', 'end', 'verdict', '__proto__', 'ready'),
      run: index,
      id: index,
      name: fc.oneof(fc.constantFrom('files.read', 'deliver', 'tools.call', 'human.ask', 'constructor'), text),
      args: fc.oneof(fc.array(text, { maxLength: 4 }), fc.constant({ length: 1, 0: 'a' }), fc.jsonValue()),
      hasBody: fc.oneof(fc.boolean(), fc.constantFrom(0, 1, 'true')),
      lines: fc.oneof(fc.array(line, { maxLength: 3 }), fc.jsonValue()),
      dropped: index,
      step: fc.oneof(fc.tuple(fc.constantFrom('start', 'answer', 'timer', 'end'), index, index), fc.jsonValue()),
      ok: fc.oneof(fc.boolean(), fc.constantFrom(1, 'true', null)),
      hasResult: fc.boolean(),
      code: text,
      message: text,
    },
    { requiredKeys: ['type', 'run'] },
  );

  test('whatever it is, it is taken only when every field that is used later is of its type', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: likely }, fc.anything(), fc.jsonValue()), (found) => {
        if (!isFromWorker(found)) return;
        taken += 1;
        expect(wrongsOf(found as unknown as Record<string, unknown>)).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
    expect(taken).toBeGreaterThan(200);
  });
});

/** What a second reading of the protocol finds wrong with a header. */
function wrongsOf(found: Readonly<Record<string, unknown>>): readonly string[] {
  const whole = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  const string = (value: unknown): boolean => typeof value === 'string';
  const flag = (value: unknown): boolean => value === true || value === false;
  const linesOf = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.every(
      (line: unknown) =>
        Array.isArray(line) && line.length === 2 && ['debug', 'info', 'warn', 'error'].includes(String(line[0])) && string(line[1]),
    );
  const fields: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
    call: {
      id: whole,
      name: (value) =>
        string(value) &&
        /^(files\.(read|readText|write|list|stat|remove)|deliver|model\.chat|tools\.(call|search|describe)|fetch|human\.(ask|approve)|env\.get)$/.test(
          String(value),
        ),
      args: (value) => Array.isArray(value) && value.length <= 2 && value.every(string),
      hasBody: flag,
    },
    log: { lines: linesOf },
    tail: { lines: linesOf, dropped: whole },
    step: {
      step: (value) =>
        Array.isArray(value) &&
        value.length === 3 &&
        ['start', 'answer', 'timer'].includes(String(value[0])) &&
        whole(value[1]) &&
        whole(value[2]),
    },
    pong: { id: whole },
    end: found['ok'] === true ? { hasResult: flag } : { ok: (value) => value === false, code: string, message: string },
  };
  const known = Object.hasOwn(fields, String(found['type'])) ? fields[String(found['type'])] : undefined;
  if (!known) return [`type: ${String(found['type'])}`];
  return Object.entries({ run: whole, ...known }).flatMap(([name, isFine]) => (isFine(found[name]) ? [] : [name]));
}
