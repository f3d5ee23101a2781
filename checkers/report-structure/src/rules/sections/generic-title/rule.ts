import { defineRule, type Rule } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';

const GENERIC =
  /^(?:untitled(?: document)?|document ?\d*|new document|report ?\d+|draft|title|document title|report title|your title(?: here)?|insert title(?: here)?|heading ?1|final report|unbenannt|dokument ?\d*|bericht|titel|neues dokument|sans titre|sin título|无标题|未命名|标题)$/iu;

/**
 * A document whose first heading, or whose title in the properties of a Word or pdf file, says nothing of what it is about.
 * Does not catch: titles that are wrong.
 * Known false alarms: forms that are called Report by intention.
 */
export const genericTitle: Rule<'document'> = defineRule({
  id: 'report-structure/generic-title',
  title: 'The title says nothing',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [outline],
  why: 'The reader sees a title that a program or a template has put there.',
  advice: 'Give the document a title that says what it is about.',
  messages: { heading: "The title is '{{found}}'", property: "The title in the file's properties is '{{found}}'" },
  *check({ model, facts, looked }) {
    const [section] = facts(outline);
    // A heading of the first level, or a bold or single line that the document begins with.
    const first = section && (section.depth === 1 || section.block.index === 0) ? section : undefined;
    const title = model.parts.properties?.title?.trim() ?? '';
    looked({ titles: Number(section !== undefined) + Number(title !== '') });
    if (first && GENERIC.test(first.key)) yield { messageId: 'heading', data: { found: first.title }, at: model.locate(first.block) };
    if (title !== '' && GENERIC.test(title)) yield { messageId: 'property', data: { found: title }, at: { kind: 'file' } };
  },
});
