import { expect, test } from 'vitest';
import { soak } from '../../../bench/sandbox/soak/soak.ts';
import { levelsHere } from './levels.ts';

test.each(levelsHere())('%s: good runs among hostile ones are right, and nothing of either is left', async (level) => {
  const { good, hostile, cancelled, wrong, before, disposed } = await soak({ level, runs: 60 });
  expect({ good, hostile, cancelled, wrong }).toEqual({ good: 30, hostile: 27, cancelled: 3, wrong: [] });
  expect(disposed.children).toBe(0);
  expect(disposed.descriptors).toBeLessThanOrEqual(before.descriptors);
});
