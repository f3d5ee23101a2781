import type { Finding } from '@preflag/core';
import { describe, expect, it } from 'vitest';
import { planFixes } from './plan-fixes.ts';

const finding = (to: string, more: Partial<Finding> = {}, safety: 'safe' | 'ask' = 'safe'): Finding =>
  ({
    rule: 'a/b',
    place: 'here',
    origin: 'unknown',
    fixes: [{ label: 'mend', safety, edits: [{ file: 'a.csv', location: { kind: 'cell', sheet: 'a.csv', range: 'A1' }, from: 'x', to }] }],
    ...more,
  }) as Finding;

describe('planFixes', () => {
  it.each([
    ['a safe one', [finding('y')], ['y'], []],
    ['one that a person decides on', [finding('y', {}, 'ask')], [], ['A person has to decide on it.']],
    ['what the file before had', [finding('y', { origin: 'inherited' })], [], []],
    ['what the job ignores', [finding('y', { ignored: { reason: 'kept', from: 'job' } })], [], []],
    ['the same twice', [finding('y'), finding('y')], ['y'], []],
    ['two that disagree', [finding('y'), finding('z')], ['y'], ['Another fix changes the same place (a/b).']],
    ['none', [finding('y', { fixes: [] })], [], []],
  ])('%s', (_, findings, planned, left) => {
    const plan = planFixes({ findings });
    expect(plan.files.flatMap(({ edits }) => edits.map(({ to }) => to))).toEqual(planned);
    expect(plan.left.map(({ reason }) => reason)).toEqual(left);
  });
});
