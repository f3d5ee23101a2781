import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';

/** Names that programs read, each before its value. */
const NAMES =
  /(?:^|\s)(?:title|subtitle|authors?|date|layout|tags|categories|description|lang|language|output|keywords|slug|draft|permalink|abstract|geometry|fontsize|bibliography)\s*:\s/gi;
/** One may begin a document: `Date: 3 May`. */
const FEWEST = 2;
const FENCE = /^\s*(?:---|\+\+\+)\s*$/;
/** Front matter stands before the text. */
const FIRST_BLOCKS = 12;

/**
 * Looks at the beginning of documents for the fences of front matter with its names between them, shown as text: in Word, html and pdf, and
 * in markdown where something stands before it, so that no program takes it for front matter. Front matter at the very top of a markdown file
 * belongs there.
 * Does not catch: front matter without fences. Known false alarms: texts that teach front matter and do not mark it as code.
 */
export const frontMatterLeft: Rule<'document'> = defineRule({
  id: 'formatting/front-matter-left',
  title: 'Front matter stands in the text',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  why: 'The reader sees lines that are meant for a program, in place of a title page.',
  advice: 'Take the lines out, and put title, author and date where the document has them.',
  messages: { shown: "Front matter is shown as text: '{{found}}'" },
  *check({ model, looked }) {
    const blocks = model.blocks
      .filter(({ type, quoted }) => !quoted && (type === 'paragraph' || type === 'heading'))
      .slice(0, FIRST_BLOCKS);
    looked({ blocks: blocks.length });
    const block = model.format === 'markdown' ? blocks.find(isSetext) : firstFenced(blocks);
    if (block) yield { messageId: 'shown', data: { found: block.text.trim().slice(0, 80) }, at: model.locate(block), key: 'front matter' };
  },
});

/** In markdown the lines before a fence become a heading of one line. */
function isSetext({ type, text }: Block): boolean {
  return type === 'heading' && isFrontMatter(text) && /^\s*\w+\s*:/.test(text);
}

/** The first block between two fences, where names stand between them. A paragraph may hold one line or all. */
function firstFenced(blocks: readonly Block[]): Block | undefined {
  const lines = blocks.flatMap((block) => block.text.split(/\n|(?<=^\s*---)\s|\s(?=---\s*$)/).map((text) => ({ block, text })));
  const start = lines.findIndex(({ text }) => FENCE.test(text));
  if (start < 0 || start > 1) return undefined;
  const end = lines.findIndex(({ text }, at) => at > start && FENCE.test(text));
  const between = end < 0 ? [] : lines.slice(start + 1, end);
  return isFrontMatter(between.map(({ text }) => text).join('\n')) ? between[0]?.block : undefined;
}

function isFrontMatter(text: string): boolean {
  return (text.match(NAMES)?.length ?? 0) >= FEWEST;
}
