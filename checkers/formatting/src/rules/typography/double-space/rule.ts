import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { replaceAll } from '../../../safe-fix.ts';
import { hitsInBlock, type Hit } from '../../../text-hits.ts';

/** A slip is no habit: so many are worth a word. */
const FEWEST = 3;
const DOUBLE = /(?<=[\p{L}\p{N}.,;:!?)”’"'])[ ]{2,3}(?=[\p{L}\p{N}("“‘'])/gu;
const SENTENCE_END = /(?<=[\p{Ll}\d)][.!?]["”’')]?)(?<it> +)(?=\p{Lu})/dgu;

/**
 * Looks at spaces between words, and reports once per document. A text that ends nearly all sentences with two spaces does so on purpose;
 * blocks whose words are lined up by spaces are left alone.
 * Does not catch: one or two in a document; html, which shows several spaces as one; pdf, which does not tell spaces from gaps. Known false alarms: forms that make room with spaces.
 */
export const doubleSpace: Rule<'document'> = defineRule({
  id: 'formatting/double-space',
  title: 'Words are parted by two spaces',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [proseBlocks],
  why: 'Gaps in the lines look careless, and show where text was put together.',
  advice: 'Replace double spaces by single ones.',
  messages: { many: 'Words are parted by more than one space in {{count}} places' },
  *check({ model, facts, looked, notChecked }) {
    if (model.format === 'html' || model.format === 'pdf') {
      notChecked('format', model.format === 'html' ? 'A page shows several spaces as one.' : 'A pdf does not tell spaces from gaps.');
      return;
    }
    const blocks = facts(proseBlocks).filter(({ prose }) => !/ {4,}(?=\S)/.test(prose));
    looked({ blocks: blocks.length });
    const spaced = blocks.filter(({ prose }) => prose.includes('  '));
    if (spaced.length === 0) return;
    const habit = isHabit(blocks);
    const hits = spaced.flatMap((block) => hitsInBlock(block, DOUBLE)).filter((hit) => !habit || !isAfterSentence(hit));
    const [first] = hits;
    if (!first || hits.length < FEWEST) return;
    const fixes = replaceAll(
      model,
      `replace ${hits.length} double spaces by single ones`,
      hits.map((hit) => ({ hit, to: ' ' })),
    );
    const at = model.locate(first.block, first.offset, first.found.length);
    yield { messageId: 'many', data: { count: hits.length }, at, key: 'double-space', ...fixes };
  },
});

const HABIT = 0.6;

/** Most sentences end with two spaces. */
function isHabit(blocks: readonly Block[]): boolean {
  const ends = blocks.flatMap((block) => hitsInBlock(block, SENTENCE_END));
  return ends.length >= FEWEST && ends.filter(({ found }) => found.length === 2).length >= ends.length * HABIT;
}

function isAfterSentence({ block, offset }: Hit): boolean {
  return /[.!?:]["”’')]?$/.test(block.prose.slice(Math.max(0, offset - 2), offset));
}
