import { defineRule, type Rule } from '@preflag/core';
import { outline } from '../../../facts/outline.ts';
import { secondStart } from '../../../facts/second-start.ts';

const FORMATS = new Set(['markdown', 'html']);
const MOST_TITLES = 3;

/**
 * A markdown or html document that begins with a title of the first level and has others of that level below it.
 * Does not catch: Word documents, whose sections are of the first level; a title with which the document starts again (see
 * document-starts-twice).
 * Known false alarms: documents that use the first level for their parts by intention; many such are a hint only.
 */
export const severalTitles: Rule<'document'> = defineRule({
  id: 'report-structure/several-titles',
  title: 'The document has several titles',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [outline, secondStart],
  why: 'Everything below a second title looks like another document.',
  advice: "Make '{{found}}' a heading of the second level.",
  messages: {
    several: "'{{found}}' is a second title, beside '{{first}}'",
    parts: { text: "'{{found}}' is one of {{count}} headings of the first level", certainty: 'hint' },
  },
  *check({ model, facts, looked, notChecked }) {
    if (!FORMATS.has(model.format)) {
      notChecked('format', 'Only markdown and html have one heading of the first level, the title.');
      return;
    }
    const sections = facts(outline);
    const titles = sections.filter(({ depth }) => depth === 1);
    looked({ titles: titles.length });
    const [first, ...more] = titles;
    const isTitle = first && first === sections[0] && sections[1]?.depth !== 1;
    const again = facts(secondStart)?.second.block;
    const second = more.find(({ block }) => block !== again);
    if (!isTitle || !second) return;
    const data = { found: second.title, first: first.title, count: titles.length };
    yield { messageId: titles.length <= MOST_TITLES ? 'several' : 'parts', data, at: model.locate(second.block) };
  },
});
