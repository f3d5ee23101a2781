import { defineRule, type Rule } from '@preflag/core';
import { partOf } from '../../../part-of.ts';
import { isSize, parsePageSize, sizeName } from './page-size.ts';

/**
 * Looks at the size of the pages, section by section, and at how they are turned where the job says it.
 * Does not catch: margins (see mixed-page-setup). Known false alarms: none seen.
 */
export const pageNotAsAsked: Rule<'document', unknown, string> = defineRule({
  id: 'formatting/page-not-as-asked',
  title: 'The pages have another size than the job asks for',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  demands: ['style'],
  why: 'The client cannot print it, and on another paper all lines and pages break elsewhere.',
  advice: 'Set the page to {{expected}}, and see where pages break then.',
  messages: {
    size: 'Pages of section {{section}} are {{found}}, and the job asks for {{expected}}',
    orientation: 'Pages of section {{section}} are {{found}}, and the job asks for {{expected}}',
  },
  asks: ({ style }) => style?.page,
  *check(context) {
    const { asked, looked, jobError } = context;
    const size = parsePageSize(asked);
    if (!size) {
      jobError('/style/page', `'${asked}' is no page size that is known here: write it like 'A4', 'Letter' or 'A4 landscape'.`);
      return;
    }
    const pages = partOf(context, 'pages', 'how large its pages are');
    if (!pages) return;
    looked({ sections: pages.length });
    for (const [at, page] of pages.entries()) {
      const data = { section: at + 1, expected: asked };
      const orientation = page.width > page.height ? 'landscape' : 'portrait';
      if (!isSize(page, size))
        yield { messageId: 'size', data: { ...data, found: sizeName(page) }, at: { kind: 'file' }, key: `size ${at}` };
      else if (size.orientation && size.orientation !== orientation)
        yield { messageId: 'orientation', data: { ...data, found: orientation }, at: { kind: 'file' }, key: `orientation ${at}` };
    }
  },
});
