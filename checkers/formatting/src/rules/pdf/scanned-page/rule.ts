import { defineRule, type Deliverable, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';

/**
 * Looks at pages with a picture and without any text.
 * A document of nothing but pictures may be what was asked: a poster, a plan, a signed paper. It is certain only where the job asks for a text: a
 * report, a translation, or anything about words.
 * Does not catch: wrong text behind a scanned picture. Known false alarms: pages with one photograph or drawing.
 */
export const scannedPage: Rule<'document'> = defineRule({
  id: 'formatting/scanned-page',
  title: 'A page is a picture without text',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  why: 'Nobody can search, copy or hear the text, and it could not be checked.',
  advice: 'Export the document from its source, or let a program recognise the text.',
  messages: {
    asked: 'The document consists of pictures without text ({{pages}}), and the job asks for a text',
    all: { text: 'The document consists of pictures without text ({{pages}})', certainty: 'likely' },
    page: { text: 'Page {{page}} is a picture without text', certainty: 'likely', severity: 'minor' },
  },
  *check(context) {
    const { deliverable, looked } = context;
    const pdf = partOf(context, 'pdf', 'what stands on each page');
    if (!pdf) return;
    looked({ pages: pdf.pages.length });
    const scanned = [...pdf.pages.entries()].filter(([, { units, images }]) => units === 0 && images > 0);
    if (scanned.length > 0 && scanned.length === pdf.pages.length)
      yield {
        messageId: deliverable && isText(deliverable) ? 'asked' : 'all',
        data: { pages: scanned.length === 1 ? '1 page' : `${scanned.length} pages` },
        at: { kind: 'file' },
        key: 'scan',
      };
    else
      for (const [page] of scanned)
        yield { messageId: 'page', data: { page: page + 1 }, at: { kind: 'page', page }, key: `page ${page}`, group: 'scan' };
  },
});

/** True where what is asked can only be read in words. */
function isText({ type, ...asked }: Deliverable): boolean {
  const { length, sections, terms, data, language } = asked;
  return (
    type === 'report' ||
    type === 'translation' ||
    [length?.words, length?.characters, sections, terms, data, language].some((one) => one !== undefined)
  );
}
