/** A checker whose rules do everything that a rule must not do. Each must cost its own outcome and nothing else. */
import { defineChecker, defineFact, defineRule, type Checker, type Fact, type Rule } from '@preflag/core';

const ruleOf = (id: string, check: Rule['check'], facts: readonly Fact[] = []): Rule =>
  defineRule({
    id: `hostile/${id}`,
    title: id,
    severity: 'minor',
    certainty: 'likely',
    reads: 'document',
    facts,
    why: 'It is a test.',
    advice: 'Nothing.',
    messages: { seen: 'Seen' },
    check,
  });

const looping: Fact = defineFact({
  id: 'hostile/looping',
  reads: 'document',
  compute: () => {
    for (;;);
  },
});

const loopingWalk: Fact = defineFact({
  id: 'hostile/looping-walk',
  reads: 'document',
  item: 'block',
  start: () => ({
    visit: (): void => {
      for (;;);
    },
    end: () => 0,
  }),
});

const harmlessWalk: Fact = defineFact({
  id: 'hostile/harmless-walk',
  reads: 'document',
  item: 'block',
  start: () => {
    let blocks = 0;
    return { visit: (): void => void (blocks += 1), end: () => blocks };
  },
});

export const checker: Checker = defineChecker({
  name: 'hostile',
  title: 'Hostile',
  rules: [
    ruleOf('endless-loop', () => {
      for (;;);
    }),
    ruleOf('exploding-expression', function* ({ looked }) {
      looked({ texts: /^(a+)+$/.test(`${'a'.repeat(60)}b`) ? 1 : 1 });
    }),
    ruleOf('throws', () => {
      throw new TypeError('bang');
    }),
    ruleOf('exits', () => {
      process.exit(7);
    }),
    ruleOf('kills', () => {
      process.kill(process.pid, 'SIGKILL');
      for (;;);
    }),
    ruleOf('allocates', () => {
      const kept: unknown[] = [];
      for (;;) kept.push(new Float64Array(1e6).fill(1));
    }),
    ruleOf('spawns', function* ({ looked }) {
      process.getBuiltinModule('node:child_process').spawnSync('true');
      looked({ processes: 1 });
    }),
    ruleOf('writes', function* ({ looked }) {
      process.getBuiltinModule('node:fs').writeFileSync('/tmp/preflag-hostile-rule', '');
      looked({ files: 1 });
    }),
    ruleOf(
      'uses-a-looping-fact',
      function* ({ facts }) {
        facts(looping);
      },
      [looping],
    ),
    ruleOf(
      'uses-a-looping-walk',
      function* ({ facts }) {
        facts(loopingWalk);
      },
      [loopingWalk],
    ),
    ruleOf(
      'is-harmless',
      function* ({ facts, looked }) {
        looked({ blocks: Number(facts(harmlessWalk)) });
      },
      [harmlessWalk],
    ),
    ruleOf('finds-too-much', function* () {
      for (let index = 0; index < 5_000; index += 1) yield { messageId: 'seen', at: { kind: 'file' } };
    }),
  ],
});
