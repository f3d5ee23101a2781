import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isQuoted } from '../../../is-quoted.ts';
import { hitsInBlock, type Hit } from '../../../text-hits.ts';

/** Commands that stand in formulas; with a brace or a sub- or superscript behind them, or together with the signs of a formula. */
const COMMAND =
  /\\(?:d?frac|sqrt|text(?:bf|it)?|math(?:rm|bf|cal|bb)|begin|end|overline|hat|vec|sum|int|prod|lim|left|right|cite|ref|label|section|subsection|emph|item)(?:\s?[{_^([\\|]|\b(?=\s))|\\(?:times|cdot|alpha|beta|gamma|delta|lambda|mu|sigma|pi|theta|omega|Delta|Sigma|Omega|leq?|geq?|neq|approx|pm|infty|rightarrow|to|partial|nabla|in|forall|exists|quad|ldots|dots)(?![A-Za-z])/g;
/** A formula between its signs; of `$`, one that has a sign of LaTeX in it. */
const FORMULA =
  /\\\([^\n]{1,300}?\\\)|\\\[[^\n]{1,300}?\\\]|\$\$[^$\n]{1,400}\$\$|(?<![\\$\w])\$(?=[^\s$\d])[^$\n]{0,200}?[\\^_{}=][^$\n]{0,200}?\$(?![\w$])/g;

/**
 * Looks at text where formulas are not written in LaTeX: everywhere but in markdown and html, in which `$` and `\(` are often shown as
 * formulas; there only commands outside of such signs count. Code is left alone.
 * Does not catch: commands that are not in the list. Known false alarms: documents that teach LaTeX; paths of Windows with such names.
 */
export const rawLatexLeft: Rule<'document'> = defineRule({
  id: 'formatting/raw-latex-left',
  title: 'A formula stands in the text as LaTeX source',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [proseBlocks],
  why: 'The reader sees commands in place of a formula, and cannot read it.',
  advice: "Set '{{found}}' as a formula, or write it in plain signs.",
  messages: { latex: "LaTeX source stands in the text: '{{found}}'" },
  *check({ model, facts, looked }) {
    const isShown = model.format === 'markdown' || model.format === 'html';
    const formulas = isShown ? [] : model.blocks.filter(({ type, quoted }) => type === 'math' && !quoted);
    for (const block of [...facts(proseBlocks), ...formulas]) {
      looked({ blocks: 1 });
      const hit = latexIn(block, isShown);
      if (hit)
        yield { messageId: 'latex', data: { found: hit.found }, at: model.locate(block, hit.offset, hit.found.length), group: 'latex' };
    }
  },
});

/** The first place in a block; the whole formula where its signs are there. */
function latexIn(block: Block, isShown: boolean): Hit | undefined {
  if (!/[\\$]/.test(block.text)) return undefined;
  if (isShown)
    return hitsInBlock(block, COMMAND).find(
      (hit) => !isInBrackets(hit) && !isQuoted(block.prose, hit.offset, hit.offset + hit.found.length),
    );
  return hitsInBlock(block, FORMULA, block.text)[0] ?? hitsInBlock(block, COMMAND, block.text)[0];
}

/** `\(` is an escaped bracket to a markdown reader, so that a formula between such brackets shows as one between plain ones. */
function isInBrackets({ block, offset }: Hit): boolean {
  return /[([][^()[\]]*$/.test(block.prose.slice(Math.max(0, offset - 300), offset));
}
