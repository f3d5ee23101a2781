import { expect, it } from 'vitest';
import { runExample } from '@preflag/testing';
import { valueOfWrongType } from '../rules/contract/value-of-wrong-type/rule.ts';

it('says that nobody looks at a csv that is wider than a sheet', async () => {
  const names = Array.from({ length: 16_385 }, (_, index) => `c${index}`);
  const { checks, findings } = await runExample([valueOfWrongType], {
    files: { 'a.csv': `${names.join(',')}\n${names.map(() => 'x').join(',')}\n` },
    job: { deliverables: [{ path: 'a.csv', columns: [{ name: 'c1', type: 'number' }] }] },
  });
  expect(findings).toEqual([]);
  expect(checks.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['not-checked', { code: 'limit', text: 'The table has more rows or columns than a sheet, so that its cells cannot be compared.' }],
  ]);
});
