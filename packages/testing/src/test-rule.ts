import { describe, expect, it } from 'vitest';
import type { Finding, JsonObject, Rule } from '@preflag/core';
import type { Example } from './example.ts';
import type { Plant, PlantedFinding } from './plant.ts';
import { runExample } from './run-example.ts';

export interface RuleCase {
  readonly name: string;
  readonly example: Example | (() => Example | Promise<Example>);
  readonly options?: JsonObject;
}

/** A delivery that the rule must find faulty, and what it must say. */
export interface InvalidCase extends RuleCase {
  /** In the order of the places in the file. */
  readonly findings: readonly (PlantedFinding & { readonly message?: string; readonly certainty?: Finding['certainty'] })[];
}

export interface RuleCases {
  readonly plant: Plant;
  /** Deliveries that look like failures and are none. */
  readonly valid: readonly RuleCase[];
  readonly invalid: readonly InvalidCase[];
}

/**
 * Tests one rule: its plant is found and its clean example is clean, valid cases have no findings, invalid cases have just those listed,
 * and nothing that a rule is given is changed. Invalid cases without findings and cases that are given twice are refused.
 */
export function testRule(rule: Rule, { plant, valid, invalid }: RuleCases): void {
  describe(rule.id, () => {
    it('has a plant of its own and cases that say something', () => {
      expect(plant.rule, 'the plant must be of this rule').toBe(rule.id);
      expect(Object.keys(plant.ways).length, 'a plant needs at least one way').toBeGreaterThan(0);
      expect(valid.length, 'a rule needs at least one valid case').toBeGreaterThan(0);
      const cases = [...valid, ...invalid];
      expect(new Set(cases.map(({ name }) => name)).size, 'two cases have the same name').toBe(cases.length);
      const bodies = cases
        .filter(({ example }) => typeof example !== 'function')
        .map(({ example, options }) => JSON.stringify([example, options]));
      expect(new Set(bodies).size, 'two cases have the same content').toBe(bodies.length);
      expect(
        invalid.filter(({ findings }) => findings.length === 0).map(({ name }) => name),
        'an invalid case must list findings',
      ).toEqual([]);
    });

    it('finds nothing in the clean example, and looks at something there', async () => {
      const result = await runExample([rule], await plant.clean());
      expect(result.mutations).toEqual([]);
      expect(result.findings.map(({ place, message }) => `${place}: ${message}`)).toEqual([]);
      expect(result.checks.filter(({ outcome }) => outcome === 'error').map(({ reason }) => reason?.text)).toEqual([]);
      expect(
        // What a rule leaves to a person it has looked at.
        result.checks.some(
          ({ outcome, reason, looked }) => outcome === 'passed' || (reason?.code === 'needs-person' && looked !== undefined),
        ),
        `the rule must look at something in its clean example; its checks: ${JSON.stringify(result.checks)}`,
      ).toBe(true);
    });

    it.each(Object.entries(plant.ways))('finds what is planted: %s', async (_, plantIt) => {
      const planted = await plantIt(await plant.clean());
      if (!planted) throw new Error('The plant found no room in the clean example of its own rule.');
      expect(planted.findings.length, 'a plant must say what is to be found').toBeGreaterThan(0);
      await expectFindings(rule, { name: '', example: planted.example, findings: planted.findings });
    });

    it.each(valid.map((one) => [one.name, one] as const))('lets pass: %s', async (_, one) => {
      const result = await runExample([{ rule, ...(one.options && { options: one.options }) }], await exampleOf(one));
      expect(result.mutations).toEqual([]);
      expect(result.findings.map(({ place, message }) => `${place}: ${message}`)).toEqual([]);
      expect(result.checks.filter(({ outcome }) => outcome === 'error').map(({ reason }) => reason?.text)).toEqual([]);
    });

    if (invalid.length > 0) {
      it.each(invalid.map((one) => [one.name, one] as const))('finds: %s', async (_, one) => {
        await expectFindings(rule, one);
      });
    }
  });
}

async function exampleOf({ example }: RuleCase): Promise<Example> {
  return typeof example === 'function' ? example() : example;
}

async function expectFindings(rule: Rule, one: InvalidCase): Promise<void> {
  const result = await runExample([{ rule, ...(one.options && { options: one.options }) }], await exampleOf(one));
  expect(result.mutations).toEqual([]);
  expect(result.checks.filter(({ outcome }) => outcome === 'error').map(({ reason }) => reason?.text)).toEqual([]);
  const summary = result.findings.map(({ messageId, place, message }) => `${messageId} at ${place}: ${message}`).join('\n');
  expect(result.findings.length, `expected ${one.findings.length} findings, found:\n${summary}`).toBe(one.findings.length);
  for (const [index, expected] of one.findings.entries()) {
    const finding = result.findings[index]!;
    const { at, excerpt, ...rest } = expected;
    expect(finding, summary).toMatchObject({ ...rest, ...(at && { location: at }) });
    if (excerpt !== undefined) expect(finding.evidence.excerpt).toContain(excerpt);
    expectEvidence(finding);
  }
}

/** What was found really stands at the location, and every value of the message was put in. */
function expectEvidence({ message, advice, location, evidence }: Finding): void {
  expect(message).not.toMatch(/\{\{|undefined/);
  expect(advice).not.toMatch(/\{\{|undefined/);
  const hasText = location.kind === 'text' || location.kind === 'cell' || location.kind === 'block' || location.kind === 'segment';
  if (hasText && evidence.found) expect(folded(evidence.excerpt)).toContain(folded(evidence.found.replace(/…$/, '')).slice(0, 200));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
