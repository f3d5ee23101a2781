import { defineRule, type Rule } from '@preflag/core';
import type { Document } from '@preflag/readers';
import { outline } from '../../../facts/outline.ts';
import { titleKey } from '../../../title-key.ts';

/** Lists of links that name fewer headings than this share are no tables of contents. */
const LEAST_SHARE = 0.5;

/**
 * Compares the table of contents, as the file shows it, with the headings of the levels that it has.
 * Does not catch: wrong page numbers.
 * Known false alarms: tables of contents that shorten the titles.
 */
export const contentsOutdated: Rule<'document'> = defineRule({
  id: 'report-structure/contents-outdated',
  title: 'The table of contents does not agree with the headings',
  severity: 'minor',
  certainty: 'likely',
  reads: 'document',
  facts: [outline],
  why: 'The reader looks for sections that are not there, or misses those that are.',
  advice: 'Bring the table of contents up to date.',
  messages: {
    gone: "The table of contents names '{{found}}', and no heading has this title",
    missing: { text: "The heading '{{found}}' is not in the table of contents", certainty: 'hint' },
  },
  *check({ model, facts, looked, notChecked }) {
    const { contents } = model.parts;
    if (!contents) {
      notChecked('format', 'The format does not tell a table of contents.');
      return;
    }
    if (model.parts.pdf?.isTagged === false) {
      notChecked('format', 'The headings of a pdf without tags are those of its outline, so that the two cannot differ.');
      return;
    }
    const sections = facts(outline).filter(({ depth, key }) => depth < 7 && key !== '');
    const titles = new Set(sections.map(({ key }) => key));
    const named = contents.map((entry) => ({ ...entry, key: titleKey(entry.text) })).filter(({ key }) => key !== '');
    const known = named.filter(({ key }) => titles.has(key));
    looked({ entries: named.length });
    if (known.length < named.length * LEAST_SHARE) return;
    const own = titlesOfContents(model, contents);
    for (const { key, text, block } of named) {
      const place = model.blocks[block];
      if (place && !titles.has(key) && !own.has(key)) yield { messageId: 'gone', data: { found: text }, at: model.locate(place), key };
    }
    const depths = new Set(sections.filter(({ key }) => known.some((entry) => entry.key === key)).map(({ depth }) => depth));
    const last = Math.max(-1, ...contents.map(({ block }) => block));
    for (const { depth, key, title, block } of sections) {
      if (depths.has(depth) && block.index > last && !named.some((entry) => entry.key === key))
        yield { messageId: 'missing', data: { found: title }, at: model.locate(block), group: 'contents' };
    }
  },
});

/** What stands right above the table of contents: its title, which it may name itself. */
function titlesOfContents({ blocks }: Document, contents: readonly { readonly block: number }[]): ReadonlySet<string> {
  const first = Math.min(...contents.map(({ block }) => block));
  return new Set(blocks.slice(Math.max(0, first - 2), first).map(({ text }) => titleKey(text)));
}
