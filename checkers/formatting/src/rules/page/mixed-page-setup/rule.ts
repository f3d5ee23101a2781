import { defineRule, type Rule } from '@preflag/core';
import type { PageSetup } from '@preflag/readers';
import { partOf } from '../../../part-of.ts';
import { sizeName } from '../page-not-as-asked/page-size.ts';

/** In points: what printers cannot reach, and by how much margins differ so that it shows. */
const [NARROWEST, SHOWS] = [14, 9];

/**
 * Looks at the pages of all sections: sizes that differ (turned pages are fine), margins at the sides that differ between upright pages,
 * and margins that no printer reaches.
 * Does not catch: what the job asks for (see page-not-as-asked). Known false alarms: title pages with margins of their own; so it only hints.
 */
export const mixedPageSetup: Rule<'document'> = defineRule({
  id: 'formatting/mixed-page-setup',
  title: 'Pages differ in size or margins',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'Parts of the document look as if they came from others, and some pages may not be printed whole.',
  advice: 'Set all sections to the same page and margins.',
  messages: {
    size: 'Pages of section {{section}} are {{found}}, and those before are {{usual}}',
    margins: 'The margins at the sides of section {{section}} are {{found}} mm, and those before are {{usual}} mm',
    narrow: 'The margins of section {{section}} are only {{found}} mm wide, which many printers cut',
  },
  *check(context) {
    const { looked } = context;
    const pages = partOf(context, 'pages', 'how large its pages are');
    if (!pages) return;
    looked({ sections: pages.length });
    const [first] = pages;
    for (const [at, page] of pages.entries()) {
      const place = { at: { kind: 'file' }, key: `section ${at}` } as const;
      if (sides(page).some((side) => side < NARROWEST))
        yield { messageId: 'narrow', data: { section: at + 1, found: millimetres(Math.min(...sides(page))) }, ...place };
      if (!first || page === first) continue;
      if (sizeName(upright(page)) !== sizeName(upright(first)))
        yield { messageId: 'size', data: { section: at + 1, found: sizeName(page), usual: sizeName(first) }, ...place };
      else if (
        isTurned(page) === isTurned(first) &&
        sides(page).some((side, index) => Math.abs(side - (sides(first)[index] ?? side)) > SHOWS)
      )
        yield {
          messageId: 'margins',
          data: { section: at + 1, found: sides(page).map(millimetres).join(' and '), usual: sides(first).map(millimetres).join(' and ') },
          ...place,
        };
    }
  },
});

function sides({ margins }: PageSetup): number[] {
  return margins ? [margins.left, margins.right] : [];
}

function isTurned({ width, height }: PageSetup): boolean {
  return width > height;
}

function upright({ width, height }: PageSetup): { width: number; height: number } {
  return { width: Math.min(width, height), height: Math.max(width, height) };
}

function millimetres(points: number): number {
  return Math.round((points * 25.4) / 72);
}
