import { defineRule, type Rule } from '@preflag/core';
import type { Block, Document } from '@preflag/readers';
import { referenceList } from '../../../facts/reference-list.ts';

const DANGLING =
  /(?<!\p{L})(?:and|or|but|the|a|an|of|to|in|for|with|that|which|by|from|as|is|are|und|oder|aber|der|die|das|ein|eine|von|zu|mit|dass|für|im|als|ist|sind)\s*$/iu;
const LEAST_TEXT = 40;

/**
 * The end of the document: a heading that is last, a fence of code that is never closed, a last paragraph that breaks off behind `and`,
 * `the` and the like or inside of a bracket, or behind a comma or a hyphen. A missing full stop alone is no sign: credits and list items have none.
 * Does not catch: a text that ends early at the end of a sentence.
 * Known false alarms: none known.
 */
export const truncatedEnding: Rule<'document'> = defineRule({
  id: 'report-structure/truncated-ending',
  title: 'The document breaks off',
  severity: 'critical',
  certainty: 'likely',
  reads: 'document',
  facts: [referenceList],
  why: 'The end is missing, most often since the agent ran out of room.',
  advice: 'Write the end of the document.',
  messages: {
    word: "The document breaks off in the middle of a sentence: '{{found}}'",
    heading: { text: "The document ends with the heading '{{found}}', without text under it", certainty: 'hint', severity: 'important' },
    fence: 'The document ends in a block of code that is not closed',
  },
  *check({ model, facts, looked }) {
    const { entries } = facts(referenceList);
    const last = model.blocks.findLast(({ type, text }) => ENDS.has(type) && text.trim() !== '');
    if (!last) return;
    looked({ endings: 1 });
    if (last.type === 'heading' && model.blocks.length > 3)
      yield { messageId: 'heading', data: { found: last.text.trim() }, at: model.locate(last) };
    else if (last.type === 'code' && isOpenFence(last, model)) yield { messageId: 'fence', at: model.locate(last) };
    else if ((last.type === 'paragraph' || last.type === 'listItem') && !entries.some(({ block }) => block === last) && breaksOff(last)) {
      const found = last.text.trimEnd().slice(-40).trimStart();
      yield { messageId: 'word', data: { found }, at: model.locate(last, last.text.trimEnd().length - found.length, found.length) };
    }
  },
});

const ENDS = new Set<Block['type']>(['heading', 'paragraph', 'listItem', 'contents', 'code', 'tableCell', 'html', 'math']);

function breaksOff({ text, prose, quoted }: Block): boolean {
  const end = prose.trimEnd();
  if (quoted || text.trim().length < LEAST_TEXT || end.endsWith('\uFFFC')) return false;
  if (DANGLING.test(end) && /\s/.test(end)) return true;
  if (/[,，、(（]$/u.test(end) || /\p{L}[-–]$/u.test(end)) return true;
  return (end.match(/[(（[]/gu)?.length ?? 0) > (end.match(/[)）\]]/gu)?.length ?? 0) && !/[.!?。！？]$/u.test(end);
}

/** The tree closes a fence at the end of the file; a real end is a line of its own with at least three signs. */
function isOpenFence({ node, text }: Block, { format }: Document): boolean {
  const { start, end } = node?.position ?? {};
  if (format !== 'markdown' || node?.type !== 'code' || !start || !end) return false;
  const lines = text.replace(/\n$/, '').split('\n').length;
  const taken = end.line - start.line + 1;
  // Code by indentation takes no line beside its own.
  return taken === lines + 1 || (taken > lines && end.column < 4);
}
