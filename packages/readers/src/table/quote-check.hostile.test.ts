import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkQuotes } from './quote-check.ts';
import { RowCutter } from './row-cutter.ts';
import { cutPieces, textPieces } from './text-pieces.ts';

let path = '';
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'quotes-')), 'a.csv');
});
afterAll(() => rmSync(join(path, '..'), { recursive: true }));

const UTF8 = { encoding: 'utf-8', markBytes: 0 };

it('finds a quote wrong where the cutter does, and else a place where a row begins', async () => {
  const parts = fc.array(fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '""', '"b"', '",'), { maxLength: 30 });
  // Before and behind many plain lines, so that there are several pieces.
  await fc.assert(
    fc.asyncProperty(parts, parts, fc.boolean(), async (before, after, isLong) => {
      writeFileSync(path, `${before.join('')}${isLong ? 'x,y\n'.repeat(150_000) : ''}${after.join('')}`);
      const starts = new Set<number>([0]);
      const cutter = new RowCutter({ delimiter: ',', quoted: true }, DEFAULT_LIMITS);
      await cutPieces(textPieces(path, UTF8, 0), cutter, (row) => void starts.add(row.byte));
      const start = await checkQuotes(path, UTF8, ',', DEFAULT_LIMITS, 0);
      expect(start === undefined || starts.has(start)).toBe(true);
      expect(start === undefined).toBe(cutter.problems.length > 0);
    }),
    { numRuns: 60 },
  );
});
