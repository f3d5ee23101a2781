import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isInsideQuotes } from '../../../is-quoted.ts';
import { hitsInBlock } from '../../../text-hits.ts';

const ENTITY =
  /&(?:nbsp|amp|lt|gt|quot|apos|mdash|ndash|hellip|[lr][sd]quo|laquo|raquo|copy|reg|trade|euro|pound|deg|bull|middot|times|[aeiou](?:acute|grave|circ|uml)|[AEIOU](?:acute|grave|circ|uml)|ccedil|ntilde|szlig|#\d{2,6}|#x[0-9a-f]{2,6});/gi;
const TAG =
  /<\/?(?:b|i|u|p|br|hr|div|span|strong|em|sup|sub|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|a|font|center|img|blockquote|pre|code|small)(?:\s[^<>\n]{0,300})?\/?>/gi;
/** A text about these things may show them. */
const ABOUT = /\b(?:html|xml|xhtml|tags?|entity|entities|markup|elements?|css|browsers?|escap\w+)\b/i;

/**
 * Looks at prose and cells in which `&nbsp;` or `<br>` can be read; code and quotations are left alone. In markdown a tag is html, which
 * is shown as such, so that there only entities count.
 * Does not catch: tags and entities that are not in the lists.
 * Known false alarms: texts about html; a paragraph or a section that says so is left alone.
 */
export const markupShownAsText: Rule<'document'> = defineRule({
  id: 'formatting/markup-shown-as-text',
  title: 'Html can be read in the text',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [proseBlocks],
  why: 'The reader sees code in the middle of a sentence.',
  advice: "Put what '{{found}}' stands for in its place.",
  messages: {
    entity: "The html entity '{{found}}' can be read in the text",
    tag: "The html tag '{{found}}' can be read in the text",
  },
  *check({ model, facts, looked }) {
    const hasTags = model.format !== 'markdown';
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      if (!/[&<]/.test(block.text) || isAboutMarkup(block)) continue;
      for (const messageId of hasTags ? (['entity', 'tag'] as const) : (['entity'] as const)) {
        for (const { offset, found } of hitsInBlock(block, messageId === 'entity' ? ENTITY : TAG)) {
          if (isInsideQuotes(block.prose, offset)) continue;
          yield { messageId, data: { found }, at: model.locate(block, offset, found.length), group: found.toLowerCase() };
        }
      }
    }
  },
});

function isAboutMarkup({ text, path }: Block): boolean {
  return [...path, text.replace(TAG, '').replace(ENTITY, '')].some((part) => ABOUT.test(part));
}
