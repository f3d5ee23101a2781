import { describe, expect, it } from 'vitest';
import type { Checker, Rule } from '@preflag/core';
import { runExample, type Plant } from '@preflag/testing';
import { CHECKERS, PLANTS } from '../lib/all-checkers.ts';

const rules: readonly Rule[] = CHECKERS.flatMap((checker: Checker) => checker.rules);

describe('the clean example of every rule is clean for all rules', () => {
  it.each(PLANTS.map((plant: Plant) => [plant.rule, plant] as const))('%s', async (_, plant) => {
    const { findings, checks, mutations } = await runExample(rules, await plant.clean());
    expect(findings.map(({ rule, place, message }) => `${rule} at ${place}: ${message}`)).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'error').map(({ rule, reason }) => `${rule}: ${reason?.text}`)).toEqual([]);
    expect(mutations).toEqual([]);
  });
});

describe('a planted failure is found beside all other rules, and makes none of them fail', () => {
  const ways = PLANTS.flatMap((plant) => Object.keys(plant.ways).map((way) => [plant.rule, way, plant] as const));
  it.each(ways)('%s: %s', async (rule, way, plant) => {
    const planted = await plant.ways[way]?.(await plant.clean());
    if (!planted) throw new Error('The plant found no room in the clean example of its own rule.');
    const { findings, checks } = await runExample(rules, planted.example);
    expect(findings.filter((finding) => finding.rule === rule).length).toBe(planted.findings.length);
    expect(checks.filter(({ outcome }) => outcome === 'error').map((check) => `${check.rule}: ${check.reason?.text}`)).toEqual([]);
  });
});
