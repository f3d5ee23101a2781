import { defineRule, type Rule } from '@preflag/core';
import type { Block, Document } from '@preflag/readers';

const LONGEST = 80;
/** So many are headings; one or two stress a sentence. */
const FEWEST = 3;
/** The parts that stand under a heading. */
const CONTENT = new Set<Block['type']>(['paragraph', 'listItem', 'tableCell', 'code']);

/**
 * Looks at short paragraphs that are bold as a whole, end in no mark and have text below them.
 * Does not catch: large letters that are not bold; plain text and pdf, which say nothing of either. Known false alarms: names above
 * addresses, labels in forms; where the document has real headings it only hints.
 */
export const fakeHeading: Rule<'document'> = defineRule({
  id: 'formatting/fake-heading',
  title: 'Bold paragraphs are used as headings',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  why: 'They are missing from the table of contents, from navigation, and for readers who listen.',
  advice: 'Give them the styles of headings.',
  messages: {
    all: "The document has no headings, and {{count}} bold paragraphs that look like some: '{{text}}'",
    some: { text: "{{count}} bold paragraphs look like headings and are none: '{{text}}'", certainty: 'hint' },
  },
  *check({ model, looked, notChecked }) {
    if (model.format === 'text' || model.format === 'pdf') {
      notChecked('format', `A ${model.format} file does not say what is bold.`);
      return;
    }
    looked({ blocks: model.blocks.length });
    const isBold = boldBlocks(model);
    const fakes = model.blocks.filter(
      (block, at) => isBold(block) && looksLikeHeading(block) && hasTextBelow(model.blocks[at + 1], isBold),
    );
    const [first] = fakes;
    if (!first || fakes.length < FEWEST) return;
    const messageId = model.blocks.some(({ type }) => type === 'heading') ? 'some' : 'all';
    yield { messageId, data: { count: fakes.length, text: first.text.trim() }, at: model.locate(first), key: 'fake headings' };
  },
});

/** What of a document is bold as a whole: by the styles of Word, else by the nodes. */
function boldBlocks({ parts, format }: Document): (block: Block) => boolean {
  if (format !== 'docx') return isStrong;
  const bold = new Set((parts.paragraphs ?? []).flatMap(({ first, last, isBold }) => (isBold ? range(first, last) : [])));
  return ({ index }) => bold.has(index);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function isStrong({ node }: Block): boolean {
  return (
    node?.type === 'paragraph' &&
    node.children.length > 0 &&
    node.children.every((child) => child.type === 'strong' || (child.type === 'text' && child.value.trim() === ''))
  );
}

function looksLikeHeading({ type, text, quoted }: Block): boolean {
  const trimmed = text.trim();
  return (
    type === 'paragraph' &&
    !quoted &&
    trimmed.length >= 3 &&
    trimmed.length <= LONGEST &&
    /\p{L}/u.test(trimmed) &&
    !/[.!?,;。！？，；…]["'”’)]?$/u.test(trimmed)
  );
}

function hasTextBelow(next: Block | undefined, isBold: (block: Block) => boolean): boolean {
  return next !== undefined && CONTENT.has(next.type) && !(next.type === 'paragraph' && isBold(next));
}
