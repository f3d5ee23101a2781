import type { Limits } from '@preflag/core';
import { DEFAULT_LIMITS } from '@preflag/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowCutter, textsOf } from './row-cutter.ts';
import { cutPieces } from './text-pieces.ts';

describe('RowCutter', () => {
  it.each<[string, string, string, readonly (readonly string[])[], (readonly string[])?]>([
    [
      'three line ends',
      ',',
      'a,b\n1,2\r\n3,4\r5,6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['returns before Windows line ends', ',', 'a\r\r\nb', [['a'], [''], ['b']]],
    ['quotes and what they hold', ',', '"a,b","c\r\nd","e ""f"""\r\n', [['a,b', 'c\r\nd', 'e "f"']]],
    ['empty cells, quoted and not', ',', ',"",\n""\n', [['', '', ''], ['']]],
    [
      'blanks after a closing quote',
      ',',
      '"a"  ,"b" \nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quotes inside of cells', ',', '5" nail,a "b" c\n', [['5" nail', 'a "b" c']]],
    ['quotes that were not doubled', ',', '"say "hi" now",x\n', [['say "hi" now', 'x']], ['1 text-after-quote']],
    [
      'a quote that never closes',
      ',',
      'a,"b\nc,d\n',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
      ['1 unclosed'],
    ],
    [
      'a quote that the next quoted cell closes',
      ',',
      'a,"b\n"c",d\ne,f\n',
      [
        ['a', '"b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      ['1 unclosed'],
    ],
    [
      'several that never close',
      ';',
      '"a;"b\n"c;d\n',
      [
        ['"a', '"b'],
        ['"c', 'd'],
      ],
      ['1 unclosed', '1 unclosed', '2 unclosed'],
    ],
    ['letters beyond ASCII', '|', 'ä|"ö|ü"|語\n', [['ä', 'ö|ü', '語']]],
    ['nothing', ',', '', []],
  ])('cuts %s, however the text comes in pieces', async (_name, delimiter, text, rows, problems = []) => {
    const bytes = Buffer.from(text);
    for (let size = 1; size <= Math.max(1, bytes.length); size++) {
      const result = await cut(piecesOf(bytes, size), delimiter);
      expect([size, result.rows, result.problems]).toEqual([size, rows, problems]);
    }
  });

  it('gives the same rows wherever the text is split in two', async () => {
    const text = 'id,note\r\n1,"x ""y""\r\nz"\r2,"open\n3,"a "b" c"  \n\n4,ü\r\n';
    const bytes = Buffer.from(text);
    const whole = await cut([bytes], ',');
    for (let at = 0; at <= bytes.length; at++) expect(await cut([bytes.subarray(0, at), bytes.subarray(at)], ',')).toEqual(whole);
  });

  it('reads what a careful writer wrote', async () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '\r', 'ä"', ' "x" ', '語,'));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, delimiter, lineEnd, size) => {
          const text = rows.map((cells) => cells.map((value) => written(value, delimiter)).join(delimiter) + lineEnd).join('');
          const result = await cut(piecesOf(Buffer.from(text), size), delimiter);
          expect(result).toEqual({ rows, problems: [] });
        },
      ),
    );
  });

  it('cuts any bytes the same way in one piece and in many, and never more than there are', async () => {
    const text = fc
      .array(fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '""', 'ü', '\0'), { maxLength: 40 })
      .map((parts) => Buffer.from(parts.join('')));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (bytes, size) => {
        expect(await cut(piecesOf(bytes, size), ',')).toEqual(await cut([bytes], ','));
      }),
    );
  });

  it.each([
    ['quotes that open every line', '"a\n'],
    ['doubled quotes that open every line', '""x\n'],
    ['an open quote, and quotes that open nothing below it', '"a\nb "c" d,\n'],
  ])('looks at no byte often: %s', async (_name, line) => {
    const bytes = Buffer.from(`"start\n${line.repeat(60_000)}"end`);
    const result = await cut(piecesOf(bytes, 1 << 14), ',');
    expect(result.rows.length).toBeGreaterThan(60_000);
  });

  it('takes a quote that does not close within the longest row for a character', async () => {
    const bytes = Buffer.from(`"a\n${'b\n'.repeat(100)}`);
    const { rows } = await cut(piecesOf(bytes, 10), ',', { rowBytes: 50 });
    expect(rows).toEqual([['"a'], ...Array.from({ length: 100 }, () => ['b'])]);
  });
});

/** A value as RFC 4180 has it. */
function written(value: string, delimiter: string): string {
  return /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

function piecesOf(bytes: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

async function cut(
  pieces: readonly Buffer[],
  delimiter: string,
  limits: Partial<Limits> = {},
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly problems: readonly string[] }> {
  const rows: string[][] = [];
  const cutter = new RowCutter({ delimiter, quoted: true }, { ...DEFAULT_LIMITS, ...limits });
  await cutPieces(asyncOf(pieces), cutter, (row) => void rows.push(textsOf(row)));
  return { rows, problems: cutter.problems.map(({ line, kind }) => `${line} ${kind}`) };
}

async function* asyncOf(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}
