import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import type { Hit } from '../../../text-hits.ts';

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '【': '】', '「': '」' };
const CLOSING = new Set(Object.values(PAIRS));
/** Faces, and half-open intervals such as `[0, 1)`. */
const NO_PAIR = /(?<=^|\s)[:;=]['’-]?[()[\]]+|[([]-?[\d.]+, ?[-\p{L}\d.∞]+[)\]]/gu;
/** What comes before a bracket of a list: `a)`, `12)`, `iv)`. */
const ITEM = /(?:^|[\s;,])(?:\p{L}|[ivx]{1,4}|\d{1,3})$/u;
const SENTENCES = new Set<Block['type']>(['paragraph', 'footnote']);

/**
 * Looks at the brackets of each paragraph, of which a reader expects pairs.
 * Does not catch: quotation marks, which may open again with each paragraph of a long quotation; lists, in which a bracket may span items.
 * Known false alarms: brackets that span paragraphs, and single signs as in `press (`.
 */
export const bracketNotClosed: Rule<'document'> = defineRule({
  id: 'formatting/bracket-not-closed',
  title: 'A bracket has no partner',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [proseBlocks],
  why: 'The reader looks for the end of the aside, and a part of the text may be missing.',
  advice: "Add the partner of '{{bracket}}', or take it out.",
  messages: {
    open: "The bracket '{{bracket}}' is not closed",
    closed: { text: "The bracket '{{bracket}}' was not opened", certainty: 'hint' },
  },
  *check({ model, facts, looked }) {
    for (const block of facts(proseBlocks)) {
      if (!SENTENCES.has(block.type)) continue;
      looked({ blocks: 1 });
      const single = singleBracket(block);
      if (!single) continue;
      const messageId = CLOSING.has(single.found) ? 'closed' : 'open';
      yield { messageId, data: { bracket: single.found }, at: model.locate(block, single.offset, 1) };
    }
  },
});

/** The one bracket without a partner; several are code, or a drawing. */
function singleBracket(block: Block): Hit | undefined {
  if (!/[()[\]（）【】「」]/.test(block.prose)) return undefined;
  const prose = block.prose.replace(NO_PAIR, (found) => ' '.repeat(found.length));
  const open: Hit[] = [];
  const alone: Hit[] = [];
  for (const { 0: found, index: offset } of prose.matchAll(/[()[\]（）【】「」]/g)) {
    if (PAIRS[found]) open.push({ block, offset, found });
    else if (PAIRS[open.at(-1)?.found ?? ''] === found) open.pop();
    else if (!ITEM.test(prose.slice(Math.max(0, offset - 5), offset))) alone.push({ block, offset, found });
  }
  const [single, more] = [...alone, ...open];
  // A face at the end of an aside closes it, too. :-)
  const isFaced = single?.found === '(' && /[:;=]['’-]?\)/.test(block.prose.slice(single.offset));
  return more || isFaced ? undefined : single;
}
