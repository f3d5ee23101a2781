import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../lib/cli.ts';
import { ATTACKS as COMMANDS } from '../command/attacks.ts';
import { ATTACKS } from './attacks.ts';
import { SHOWN_ELSEWHERE } from './elsewhere.ts';
import { GRANTED } from './granted-attacks.ts';

const NUMBERS = Array.from({ length: 70 }, (_, index) => index + 1);

test('each of the 70 attacks has a row or a test', () => {
  const shown = new Set([
    ...[...ATTACKS, ...GRANTED, ...COMMANDS].map(({ attack }) => attack),
    ...inTitles(),
    ...Object.keys(SHOWN_ELSEWHERE).map(Number),
  ]);
  expect(NUMBERS.filter((number) => !shown.has(number))).toEqual([]);
});

test('what is said to be shown elsewhere is there', () => {
  const missing = Object.entries(SHOWN_ELSEWHERE).flatMap(([number, places]) =>
    places.filter(({ file, title }) => !read(file).includes(title)).map(({ file, title }) => `${number}: ${file}: ${title}`),
  );
  expect(missing).toEqual([]);
});

/** Numbers in titles of tests: `attack 7:`, `attacks 59 and 60:`. */
function inTitles(): readonly number[] {
  const files = globSync('tests/{attacks,agents}/**/*.test.ts', { cwd: ROOT });
  const titles = files.flatMap((file) => [...read(file).matchAll(/\(\s*['"`]attacks? ([\d ,and]+)[:,]/g)]);
  return titles.flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? []).map(Number);
}

function read(file: string): string {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return '';
  }
}
