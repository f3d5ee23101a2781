import { defineRule, type Problem, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import { captions } from '../../../facts/captions.ts';
import { outline } from '../../../facts/outline.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { targetsOf, type Targets } from './targets.ts';

const LANGUAGES = ['en', 'de', 'zh'];

/**
 * `Table 3`, `Figure 2`, `Section 4.1`, `Appendix B` where the document has no such thing. A table or figure is missing where captions of
 * its kind have numbers and none has this one, or where there are fewer tables or pictures than the number says. `the table below` needs
 * a table, `the chart below` a picture.
 * Does not catch: references to the wrong one.
 * Known false alarms: references into other documents that do not say so.
 */
export const unresolvedReference: Rule<'document'> = defineRule({
  id: 'report-structure/unresolved-reference',
  title: 'The text refers to something that is not in the document',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [captions, outline, textLanguage],
  languages: LANGUAGES,
  why: 'The reader looks for it in vain, and the text leans on something that was not delivered.',
  advice: 'Add what {{found}} means, or correct the reference.',
  messages: {
    missing: '{{found}} is not in the document',
    few: '{{found}} is not in the document, which has only {{count}} of the kind',
    none: '{{found}} is not in the document, which has none of the kind',
    promised: "'{{found}}' is not there: the document has none",
  },
  *check(context) {
    const { model, facts, looked, notChecked } = context;
    noteUnknownLanguage(context, LANGUAGES);
    const targets = targetsOf(model, facts(captions), facts(outline));
    if (!targets) {
      notChecked('format', 'The format does not tell tables, pictures and captions.');
      return;
    }
    const captioned = new Set((facts(captions) ?? []).map(({ block }) => block));
    for (const block of model.blocks) {
      if (block.quoted || captioned.has(block.index) || !SPOKEN.has(block.type)) continue;
      for (const mention of mentionsIn(block.prose)) {
        looked({ references: 1 });
        if (isUntold(mention, targets))
          notChecked('format', `It cannot be told whether this ${model.format} file has what '${mention.text}' means.`);
        const problem = judge(mention, targets);
        if (problem)
          yield {
            ...problem,
            data: { found: mention.text, ...problem.data },
            at: model.locate(block, mention.offset, mention.text.length),
            group: mention.text,
          };
      }
    }
  },
});

const SPOKEN = new Set(['paragraph', 'listItem', 'footnote']);

/** Neither captions nor pictures and tables tell whether it is there. */
function isUntold({ kind, number }: Mention, targets: Targets): boolean {
  const { numbers, count } = targets[kind];
  return (kind === 'table' || kind === 'figure') && count === Infinity && (number === undefined || numbers.size === 0);
}

function judge({ kind, number }: Mention, targets: Targets): Pick<Problem, 'messageId' | 'data'> | undefined {
  const { numbers, count } = targets[kind];
  if (number === undefined) return count === 0 ? { messageId: 'promised' } : undefined;
  if (numbers.has(number)) return undefined;
  if (kind === 'section' || kind === 'appendix') return numbers.size > 0 || kind === 'appendix' ? { messageId: 'missing' } : undefined;
  // Sections' own numbers (`2.1`) and letters are only compared with others of their kind.
  if (numbers.size > 0) return { messageId: 'missing' };
  const whole = /^\d+$/.test(number) ? Number(number) : 0;
  if (whole <= count || count === Infinity) return undefined;
  return count === 0 ? { messageId: 'none' } : { messageId: 'few', data: { count } };
}
