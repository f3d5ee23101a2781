import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';

const FEWEST = 5;
const MOST = 0.7;
/** Citations and marks of notes behind the last word, or behind its full stop. */
const CITED = /(?:\s?(?:\[[\d,;–\s-]{1,20}\]|[¹²³⁴-⁹⁰]|\(\d{1,3}\)))+$/u;
const LONGEST_CITED = 80;
const STOP = /[.!?。！？]["”’')]?$/u;

/**
 * Looks at how the items of one list end, without those that hold a list of their own. Lists of sentences and lists of words differ, so
 * that only the items of one list are compared.
 * Does not catch: lists with less than five items. Known false alarms: an item with two sentences among single words.
 */
export const mixedListPunctuation: Rule<'document'> = defineRule({
  id: 'formatting/mixed-list-punctuation',
  title: 'Items of a list end in different ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [proseBlocks],
  why: 'The list looks as if nobody had read it from top to bottom.',
  advice: 'End all items of the list {{usual}}.',
  messages: { mixed: "{{count}} of {{total}} items of a list end {{other}}, and the rest {{usual}}: '{{found}}'" },
  *check({ model, facts, looked, notChecked }) {
    if (model.format === 'text') {
      notChecked('format', 'A text file does not say what is a list.');
      return;
    }
    looked({ blocks: facts(proseBlocks).length });
    for (const items of listsOf(facts(proseBlocks))) {
      const stopped = items.filter(({ text }) => STOP.test(endOf(text)));
      const open = items.filter((item) => !stopped.includes(item));
      const [most, least] = stopped.length >= open.length ? [stopped, open] : [open, stopped];
      const [first] = least;
      // A list that is one sentence ends in its only full stop.
      if (least === stopped && stopped.length === 1 && first === items.at(-1)) continue;
      if (!first || items.length < FEWEST || most.length < items.length * MOST) continue;
      const [usual, other] = most === stopped ? ['with a full stop', 'without a full stop'] : ['without a full stop', 'with a full stop'];
      const data = { count: least.length, total: items.length, usual, other, found: first.text.trim() };
      yield { messageId: 'mixed', data, at: model.locate(first) };
    }
  },
});

/** The last signs of an item's own text. */
function endOf(text: string): string {
  return text.trimEnd().slice(-LONGEST_CITED).replace(CITED, '').trimEnd().slice(-2);
}

/** Items of one level that follow each other; a heading or a paragraph ends the list. */
function listsOf(blocks: readonly Block[]): Block[][] {
  const lists: Block[][] = [];
  let open: Block[][] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'listItem') {
      open = [];
      continue;
    }
    const level = block.item?.level ?? 0;
    open.length = Math.min(open.length, level + 1);
    let list = open[level];
    if (!list) {
      list = open[level] = [];
      lists.push(list);
    }
    const next = blocks[at + 1];
    const isParent = next?.type === 'listItem' && (next.item?.level ?? 0) > level;
    // What ends in a blank is a picture, code or an address.
    const end = block.prose.trimEnd().slice(-1);
    if (!isParent && end !== '' && end !== '\uFFFC') list.push(block);
  }
  return lists;
}
