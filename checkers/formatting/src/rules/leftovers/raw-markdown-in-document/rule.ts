import { defineRule, type Rule } from '@preflag/core';
import type { Block, DocumentFormat } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { hitsInBlock, type Hit } from '../../../text-hits.ts';
import { MARKDOWN_SIGNS, type MarkdownSign } from './patterns.ts';

/** A sign that is not sure counts beside another kind, or from so many on. */
const MANY = 3;
const FORMATTED: ReadonlySet<DocumentFormat> = new Set(['docx', 'html', 'pdf', 'pptx', 'odt', 'rtf']);

/**
 * Looks at the text of formats that have formatting of their own; code and block quotes are left alone. Plain text may be markdown, and
 * markdown itself shows its signs only where they failed, which is not looked at.
 * Does not catch: single stars and underscores, and lists (see typed-list).
 * Known false alarms: documents that teach markdown.
 */
export const rawMarkdownInDocument: Rule<'document'> = defineRule({
  id: 'formatting/raw-markdown-in-document',
  title: 'Markdown signs stand in the text of a formatted document',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks],
  why: 'The reader sees stars, hashes and pipes in place of bold text, headings and tables.',
  advice: "Format '{{found}}' as {{kind}} with the means of the document, and take the signs out.",
  messages: {
    sign: "The markdown sign of {{kind}} stands in the text: '{{found}}'",
    one: { text: "This may be the markdown sign of {{kind}}: '{{found}}'", severity: 'minor', certainty: 'hint' },
  },
  *check({ model, facts, looked, notChecked }) {
    if (!FORMATTED.has(model.format)) {
      notChecked('format', `A ${model.format} file may be written in markdown.`);
      return;
    }
    const blocks = facts(proseBlocks);
    looked({ blocks: blocks.length });
    const found = blocks.flatMap((block) => signsIn(block));
    const kinds = new Set(found.map(({ sign }) => sign.kind));
    for (const { sign, hit } of found) {
      const { kind, isSure } = sign;
      const isPlain = isSure || kinds.size > 1 || found.length >= MANY;
      yield {
        messageId: isPlain ? 'sign' : 'one',
        data: { kind, found: hit.found.trim() },
        at: model.locate(hit.block, hit.offset, hit.found.length),
        group: kind,
      };
    }
  },
});

/** The first sign of each kind in a block. */
function signsIn(block: Block): { readonly sign: MarkdownSign; readonly hit: Hit }[] {
  if (!/[*[#_|`>]/.test(block.text)) return [];
  return MARKDOWN_SIGNS.flatMap((sign) => {
    // Addresses are blanked in the prose and belong to a link; code is blanked too, and begins with a blank.
    const hit = hitsInBlock(block, sign.pattern, block.text).find(({ offset }) => block.prose.charAt(offset) !== '\uFFFC');
    return hit ? [{ sign, hit }] : [];
  });
}
