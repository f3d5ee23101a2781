/** Rule tests that the rule tester must refuse, one per rule id, and one that it accepts. Run by test-rule.process.test.ts. */
import { defineRule, type Rule } from '@preflag/core';
import { definePlant, docxOf, withFile, type Plant } from '@preflag/testing';
import { testRule, type RuleCases } from '@preflag/testing/rule-tester';

/** Finds the word 'wrong' in the text of documents. */
function ruleOf(id: Rule['id'], more: Partial<Rule<'document'>> = {}): Rule<'document'> {
  return defineRule({
    id,
    title: 'Wrong',
    severity: 'minor',
    certainty: 'certain',
    reads: 'document',
    why: 'It is wrong.',
    advice: 'Write something else.',
    messages: { wrong: 'Block {{index}} is wrong' },
    *check({ model, looked }) {
      for (const block of model.blocks) {
        looked({ blocks: 1 });
        const offset = block.text.indexOf('wrong');
        if (offset >= 0) yield { messageId: 'wrong', data: { index: block.index, found: 'wrong' }, at: model.locate(block, offset, 5) };
      }
    },
    ...more,
  });
}

const CLEAN = { files: { 'a.md': 'All is well.\n' } };
const WRONG = { files: { 'a.md': 'All is wrong.\n' } };

function plantOf(rule: Rule['id'], more: Partial<Plant> = {}): Plant {
  return definePlant({
    rule,
    clean: () => CLEAN,
    ways: {
      word: (clean) => ({ example: withFile(clean, 'a.md', 'This is wrong.\n'), findings: [{ messageId: 'wrong', excerpt: 'wrong' }] }),
    },
    ...more,
  });
}

function casesOf(rule: Rule['id'], more: Partial<RuleCases> = {}): RuleCases {
  return {
    plant: plantOf(rule),
    valid: [{ name: 'nothing wrong', example: { files: { 'b.md': 'Fine.\n' } } }],
    invalid: [{ name: 'a word', example: WRONG, findings: [{ messageId: 'wrong' }] }],
    ...more,
  };
}

const good = 'test/good';
testRule(
  ruleOf(good),
  casesOf(good, {
    valid: [{ name: 'a docx', example: async () => ({ files: { 'b.docx': await docxOf(['# Fine', 'Good.']) } }) }],
    invalid: [
      {
        name: 'all that can be said of a finding',
        example: { files: { 'a.md': 'All is wrong.\n\nAnd wrong again.\n' } },
        findings: [
          { messageId: 'wrong', at: { kind: 'text', start: { line: 1, column: 8 } }, message: 'Block 0 is wrong', certainty: 'certain' },
          { messageId: 'wrong', file: 'a.md', excerpt: 'wrong' },
        ],
      },
    ],
  }),
);

const noValid = 'test/no-valid-case';
testRule(ruleOf(noValid), casesOf(noValid, { valid: [] }));

const sameName = 'test/same-name';
testRule(ruleOf(sameName), casesOf(sameName, { valid: [{ name: 'a word', example: { files: { 'b.md': 'Fine.\n' } } }] }));

const sameContent = 'test/same-content';
testRule(
  ruleOf(sameContent),
  casesOf(sameContent, {
    valid: [
      { name: 'one', example: CLEAN },
      { name: 'two', example: { files: { ...CLEAN.files } } },
    ],
  }),
);

const emptyInvalid = 'test/invalid-without-findings';
testRule(ruleOf(emptyInvalid), casesOf(emptyInvalid, { invalid: [{ name: 'nothing', example: CLEAN, findings: [] }] }));

const foreignPlant = 'test/foreign-plant';
testRule(ruleOf(foreignPlant), casesOf(foreignPlant, { plant: plantOf('test/other') }));

const noWay = 'test/plant-without-ways';
testRule(ruleOf(noWay), casesOf(noWay, { plant: plantOf(noWay, { ways: {} }) }));

const notFound = 'test/plant-not-found';
testRule(
  ruleOf(notFound),
  casesOf(notFound, {
    plant: plantOf(notFound, { ways: { nothing: (clean) => ({ example: clean, findings: [{ messageId: 'wrong' }] }) } }),
  }),
);

const noKey = 'test/plant-without-key';
testRule(
  ruleOf(noKey),
  casesOf(noKey, {
    plant: plantOf(noKey, { ways: { nothing: (clean) => ({ example: withFile(clean, 'a.md', 'wrong'), findings: [] }) } }),
  }),
);

const noRoom = 'test/plant-without-room';
testRule(ruleOf(noRoom), casesOf(noRoom, { plant: plantOf(noRoom, { ways: { nowhere: () => undefined } }) }));

const dirtyClean = 'test/clean-is-not-clean';
testRule(ruleOf(dirtyClean), casesOf(dirtyClean, { plant: plantOf(dirtyClean, { clean: () => WRONG }) }));

const blind = 'test/looks-at-nothing';
testRule(ruleOf(blind), casesOf(blind, { plant: plantOf(blind, { clean: () => ({ files: { 'a.csv': 'a,b\n1,2\n' } }) }) }));

const mutating = 'test/mutates-its-model';
testRule(
  ruleOf(mutating, {
    *check({ model, looked }) {
      looked({ blocks: model.blocks.length });
      Object.assign(model.blocks[0] ?? {}, { text: 'changed' });
      if (model.root.children.length > 99) yield { messageId: 'wrong', at: { kind: 'file' } };
    },
  }),
  casesOf(mutating, { invalid: [] }),
);

const crashing = 'test/crashes-on-valid';
testRule(
  ruleOf(crashing, {
    *check({ model, looked }) {
      looked({ blocks: model.blocks.length });
      if (model.file === 'b.md') throw new Error('crashed on purpose');
      const block = model.blocks.find(({ text }) => text.includes('wrong'));
      if (block) yield { messageId: 'wrong', data: { index: 0 }, at: model.locate(block, block.text.indexOf('wrong'), 5) };
    },
  }),
  casesOf(crashing),
);

const elsewhere = 'test/other-place';
testRule(
  ruleOf(elsewhere),
  casesOf(elsewhere, {
    invalid: [{ name: 'a word', example: WRONG, findings: [{ messageId: 'wrong', at: { kind: 'text', start: { line: 2, column: 1 } } }] }],
  }),
);

const unfilled = 'test/value-not-put-in';
testRule(ruleOf(unfilled, { messages: { wrong: 'Block {{number}} is wrong' } }), casesOf(unfilled));

const lying = 'test/found-stands-elsewhere';
testRule(
  ruleOf(lying, {
    *check({ model, looked }) {
      looked({ blocks: model.blocks.length });
      const block = model.blocks.find(({ text }) => text.includes('wrong'));
      if (block) yield { messageId: 'wrong', data: { index: 0, found: 'wrong' }, at: model.locate(block, 0, 3) };
    },
  }),
  casesOf(lying, { plant: plantOf(lying, { ways: { word: () => ({ example: WRONG, findings: [{ messageId: 'wrong' }] }) } }) }),
);
