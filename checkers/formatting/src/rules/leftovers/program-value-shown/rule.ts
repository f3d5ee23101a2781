import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isInsideQuotes } from '../../../is-quoted.ts';
import { hitsInBlock, type Hit } from '../../../text-hits.ts';

/** Nobody writes this. */
const OBJECT = /\[object (?:Object|Promise|Array|Undefined|Null|HTML\w{1,40})\]|<function \w{1,40} at 0x[0-9a-f]{4,16}>/g;
/** A whole cell or paragraph, or what comes behind its label. */
const ALONE = /^(?:[^\n:=]{1,60}[:=]\s*)?(?<it>undefined|NaN|nan|Infinity|#(?:REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!))[.,;]?$/d;
/** A value that some people do write into a cell; `None` is a word besides, and counts only where numbers are expected. */
const NULL_ALONE = /^(?<it>null|None|NULL)$/d;
const WORD = 'None';
const FIGURE = /^\s*[+\-–−(]?\s?[$€£¥]?\s?\d[\d.,\s]*\)?\s?[%$€£¥]?\s*$/u;
/** A line break as a program writes it: behind a sentence and before another, or between items. */
const BREAK = /(?<=[.!?:;,)\p{Ll}\d])\\n(?:\\n)*(?=$|\s|\p{Lu}|[-*•#\d])|\\n\\n/gu;

/**
 * Looks at prose and cells; code and quotations are left alone.
 * Does not catch: wrong values that look right. Known false alarms: tables about the values of programs, in which the words are no code.
 */
export const programValueShown: Rule<'document'> = defineRule({
  id: 'formatting/program-value-shown',
  title: 'The empty value of a program stands where content should be',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks],
  why: 'A figure or a text is missing, and the client sees the work of a program that nobody looked at.',
  advice: "Put the real content in place of '{{found}}'.",
  messages: {
    object: "'{{found}}' is what a program shows where it has no text",
    alone: { text: "'{{found}}' stands where a value should be", certainty: 'likely' },
    null: { text: "'{{found}}' stands where a value should be", severity: 'minor', certainty: 'hint' },
    break: { text: "'{{found}}' is a line break that was written out", certainty: 'likely', advice: 'Break the line in its place.' },
  },
  *check({ model, facts, looked }) {
    const ofFigures = columnsOfFigures(facts(proseBlocks));
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      for (const { messageId, offset, found } of valuesIn(block))
        if (found !== WORD || ofFigures.has(columnOf(block)))
          yield { messageId, data: { found }, at: model.locate(block, offset, found.length), group: `${messageId} ${found}` };
    }
  },
});

/** The columns of tables that hold a figure somewhere. */
function columnsOfFigures(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.filter(({ cell, text }) => cell && text.length < 40 && FIGURE.test(text)).map(columnOf));
}

function columnOf({ cell }: Block): string {
  return cell ? `${cell.table} ${cell.column}` : '';
}

function valuesIn(block: Block): (Hit & { readonly messageId: string })[] {
  const named = (messageId: string, hits: readonly Hit[]): (Hit & { messageId: string })[] => hits.map((hit) => ({ ...hit, messageId }));
  const objects = block.text.includes('0x') || block.text.includes('[object ') ? hitsInBlock(block, OBJECT) : [];
  const breaks = block.text.includes('\\n') ? hitsInBlock(block, BREAK).slice(0, 1) : [];
  return [
    ...named('object', objects),
    ...named('alone', alone(block, ALONE)),
    ...(block.type === 'tableCell' ? named('null', alone(block, NULL_ALONE)) : []),
    ...named('break', breaks),
  ].filter(({ offset }) => !isInsideQuotes(block.prose, offset));
}

/** What a short block consists of. */
function alone(block: Block, pattern: RegExp): Hit[] {
  if (block.prose.length > 90) return [];
  const offset = block.prose.length - block.prose.trimStart().length;
  const match = pattern.exec(block.prose.trim());
  const [start, end] = match?.indices?.groups?.['it'] ?? [0, 0];
  return match ? [{ block, offset: offset + start, found: match[0].slice(start, end) }] : [];
}
