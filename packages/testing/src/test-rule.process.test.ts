import { dirname } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { startVitest } from 'vitest/node';

const PACKAGE = dirname(import.meta.dirname);

/** Rule → the tests of it that failed, each with the first line of what it said. */
const refused = new Map<string, Record<string, string>>();

beforeAll(async () => {
  const { exitCode } = process;
  const vitest = await startVitest(
    'test',
    [],
    { config: false, root: PACKAGE, include: ['tests/bad-rule-tests.ts'], watch: false, reporters: [{}], pool: 'threads' },
    { ssr: { resolve: { conditions: ['@preflag/source', 'node', 'import', 'default'] } } },
  );
  for (const module of vitest.state.getTestModules()) {
    for (const { message } of module.errors()) throw new Error(message);
    for (const suite of module.children.suites()) {
      const failures = [...suite.children.allTests('failed')].map((test) => [
        test.name,
        String(test.result().errors?.[0]?.message).split('\n')[0] ?? '',
      ]);
      refused.set(suite.name, Object.fromEntries(failures) as Record<string, string>);
    }
  }
  await vitest.close();
  // The nested run failed, as it should; this one did not.
  process.exitCode = exitCode;
});

it('refuses tests of rules that prove too little, and says why', () => {
  expect(Object.fromEntries(refused)).toMatchInlineSnapshot(`
    {
      "test/clean-is-not-clean": {
        "finds nothing in the clean example, and looks at something there": "expected [ 'a.md › line 1: Block 0 is wrong' ] to deeply equal []",
      },
      "test/crashes-on-valid": {
        "lets pass: nothing wrong": "expected [ 'crashed on purpose' ] to deeply equal []",
      },
      "test/foreign-plant": {
        "has a plant of its own and cases that say something": "the plant must be of this rule: expected 'test/other' to be 'test/foreign-plant' // Object.is equality",
      },
      "test/found-stands-elsewhere": {
        "finds what is planted: word": "expected 'All' to contain 'wrong'",
        "finds: a word": "expected 'All' to contain 'wrong'",
      },
      "test/good": {},
      "test/invalid-without-findings": {
        "has a plant of its own and cases that say something": "an invalid case must list findings: expected [ 'nothing' ] to deeply equal []",
      },
      "test/looks-at-nothing": {
        "finds nothing in the clean example, and looks at something there": "the rule must look at something in its clean example; its checks: []: expected false to be true // Object.is equality",
      },
      "test/mutates-its-model": {
        "finds nothing in the clean example, and looks at something there": "expected [ Array(1) ] to deeply equal []",
        "finds what is planted: word": "expected [ Array(1) ] to deeply equal []",
        "lets pass: nothing wrong": "expected [ Array(1) ] to deeply equal []",
      },
      "test/no-valid-case": {
        "has a plant of its own and cases that say something": "a rule needs at least one valid case: expected 0 to be greater than 0",
      },
      "test/other-place": {
        "finds: a word": "wrong at a.md › line 1: Block 0 is wrong: expected { rule: 'test/other-place', …(14) } to match object { messageId: 'wrong', …(1) }",
      },
      "test/plant-not-found": {
        "finds what is planted: nothing": "expected 1 findings, found:",
      },
      "test/plant-without-key": {
        "finds what is planted: nothing": "a plant must say what is to be found: expected 0 to be greater than 0",
      },
      "test/plant-without-room": {
        "finds what is planted: nowhere": "The plant found no room in the clean example of its own rule.",
      },
      "test/plant-without-ways": {
        "has a plant of its own and cases that say something": "a plant needs at least one way: expected 0 to be greater than 0",
      },
      "test/same-content": {
        "has a plant of its own and cases that say something": "two cases have the same content: expected 2 to be 3 // Object.is equality",
      },
      "test/same-name": {
        "has a plant of its own and cases that say something": "two cases have the same name: expected 1 to be 2 // Object.is equality",
      },
      "test/value-not-put-in": {
        "finds what is planted: word": "expected 'Block {{number}} is wrong' not to match /\\{\\{|undefined/",
        "finds: a word": "expected 'Block {{number}} is wrong' not to match /\\{\\{|undefined/",
      },
    }
  `);
});

it('accepts a good one', () => {
  expect(refused.get('test/good')).toEqual({});
});
