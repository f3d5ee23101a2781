import { defineRule, matchesIn, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { countWords } from '@preflag/readers/words';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isQuoted } from '../../../is-quoted.ts';
import { TakenRanges } from '../../../taken-ranges.ts';
import { PLACEHOLDERS, type Placeholder } from './patterns.ts';

const TEMPLATE =
  /(?<![\p{L}])(?:templates?|boilerplate|vorlagen?|muster|modèles?|gabarit|plantillas?|modelos?|modello|模板|テンプレート|шаблон)(?![\p{Ll}])/iu;

/**
 * Looks at prose, table cells, page headers and footers, and not at code, block quotes, labels of links and what is directly quoted.
 * A document whose path, title or first heading says that it is a template is left alone.
 * Does not catch: sample data that looks real; placeholders in pictures.
 * Known false alarms: legal drafts with bracketed terms, texts about templates; `{{x}}` and TODO are therefore less certain.
 */
export const placeholderText: Rule<'document'> = defineRule({
  id: 'formatting/placeholder-text',
  title: 'A placeholder was never filled in',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  inherits: false,
  facts: [proseBlocks],
  why: 'The client reads a gap where an answer should be, and cannot use the document as it is.',
  advice: "Put the real content in place of '{{text}}', or take it out.",
  messages: {
    placeholder: "'{{text}}' is a placeholder that was never filled in",
    field: { text: "'{{text}}' looks like a field that was never filled in", certainty: 'likely' },
    template: { text: "The field '{{text}}' of a template was never filled in", certainty: 'likely' },
    filler: { text: "'{{text}}' is filler text", certainty: 'likely' },
    figure: { text: "'{{text}}' stands where a figure should be", certainty: 'likely' },
    task: { text: "'{{text}}' is a task that was never done", certainty: 'likely' },
    mark: { text: "'{{text}}' says that something is still to be done", severity: 'minor', certainty: 'hint' },
  },
  *check({ model, deliverable, facts, looked, notChecked }) {
    const blocks = facts(proseBlocks);
    // What was to be made from a template is none, whatever it still calls itself.
    if (deliverable?.template === undefined && isTemplate(model.file, blocks)) {
      notChecked('nothing-to-check', 'The document says that it is a template, in which placeholders belong.');
      return;
    }
    for (const block of blocks) {
      looked({ blocks: 1 });
      const comments = commentsIn(block.text);
      for (const { messageId, found, offset } of placeholdersIn(block)) {
        if (comments.some(([start, end]) => offset >= start && offset < end)) continue;
        const at = model.locate(block, offset, found.length);
        const text = found.replace(/^(?:\{\{|<<)\s*|\s*(?:\}\}|>>)$/g, '');
        yield { messageId, data: { text }, found, at, group: `${messageId} ${found.toLowerCase()}` };
      }
    }
  },
});

function isTemplate(file: string, blocks: readonly Block[]): boolean {
  const titles = blocks.filter(({ type, depth }) => type === 'heading' && depth === 1).slice(0, 1);
  return [file.replace(/[_-]/g, ' '), ...titles.map(({ text }) => text), blocks[0]?.text.slice(0, 120) ?? ''].some((text) =>
    TEMPLATE.test(text),
  );
}

/** Comments of site generators, which no reader sees. */
const COMMENT = /\{%-? comment -?%\}[\s\S]*?(?:\{%-? endcomment -?%\}|$)/g;

/** Where comments begin and end. */
function commentsIn(text: string): readonly (readonly [start: number, end: number])[] {
  return text.includes('comment') ? Array.from(text.matchAll(COMMENT), ({ 0: all, index }) => [index, index + all.length] as const) : [];
}

interface Hit {
  readonly messageId: Placeholder['messageId'];
  readonly found: string;
  readonly offset: number;
}

/** A block that is longer has more than a few words beside a placeholder. */
const LONGEST_ALONE = 200;

function placeholdersIn({ text, prose }: Block): Hit[] {
  const hits: Hit[] = [];
  const taken = new TakenRanges(text.length);
  for (const { messageId, pattern, beside, holds } of PLACEHOLDERS) {
    if (holds !== undefined && !text.includes(holds)) continue;
    if (beside !== undefined && text.length > LONGEST_ALONE) continue;
    for (const { 0: found, index } of matchesIn(text, pattern)) {
      const end = index + found.length;
      // A tag in the middle is blanked in the prose; the signs around it are not, but for code.
      if (prose.charAt(index) === '\uFFFC' || prose.charAt(end - 1) === '\uFFFC' || isQuoted(text, index, end)) continue;
      if (beside !== undefined && countWords(`${text.slice(0, index)} ${text.slice(end)}`).fewest > beside) continue;
      if (taken.take(index, end)) hits.push({ messageId, found, offset: index });
    }
  }
  return hits.toSorted((a, b) => a.offset - b.offset);
}
