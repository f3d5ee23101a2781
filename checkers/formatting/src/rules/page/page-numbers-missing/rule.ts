import { defineRule, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';

/** Shorter documents are held in one hand. */
const PAGES = 5;

/**
 * Looks at the headers and footers of all sections. Word says how many pages there are only where the program that saved the file counted
 * them.
 * Does not catch: numbers that were typed into the text. Known false alarms: documents that are only read on a screen; so it only hints.
 */
export const pageNumbersMissing: Rule<'document'> = defineRule({
  id: 'formatting/page-numbers-missing',
  title: 'Pages have no numbers',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'Nobody can refer to a page, and printed pages cannot be put in order.',
  advice: 'Add page numbers to the footer of all sections.',
  messages: {
    none: 'None of the {{count}} pages has a number',
    some: 'Pages of section {{section}} have no numbers, and others have',
  },
  *check(context) {
    const { model, looked, notChecked } = context;
    const pages = partOf(context, 'pages', 'what stands on each page');
    if (!pages) return;
    if (model.parts.pdf?.isTagged) {
      notChecked('format', 'In a tagged pdf, what stands at the edge of each page is no text.');
      return;
    }
    looked({ sections: pages.length });
    const numbered = pages.filter(({ hasPageNumbers }) => hasPageNumbers);
    // The first section may be the cover.
    const missing = pages.findIndex(({ hasPageNumbers }, at) => at > 0 && !hasPageNumbers);
    if (numbered.length > 0 && missing > 0)
      yield { messageId: 'some', data: { section: missing + 1 }, at: { kind: 'file' }, key: `section ${missing}` };
    if (numbered.length > 0) return;
    const count = model.parts.pageCount;
    if (count === undefined) notChecked('format', 'The file does not say how many pages it has.');
    else if (count >= PAGES) yield { messageId: 'none', data: { count }, at: { kind: 'file' }, key: 'page numbers' };
  },
});
