import { createHash } from 'node:crypto';
import type { Report } from '@preflag/core';
import { deliveryNames } from '../lib/delivery-names.ts';
import { uncheckedText } from '../lib/machine-options.ts';
import { html, Html } from './html.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './page.generated.ts';
import { deliverySection } from './sections/delivery-section.ts';
import { deliveriesList } from './sections/deliveries-list.ts';
import { MARKS } from './sections/marks.ts';
import { toCards } from './to-cards.ts';
import { toPageData } from './to-page-data.ts';

export interface HtmlOptions {
  /** Deliveries that have no report, because the call was interrupted: the page says so. Default 0. */
  readonly unchecked?: number;
}

/**
 * A page for a reviewer, in one file that loads nothing: what was asked, what was found in its surroundings, what was not checked,
 * and decisions that are saved as `decisions.json`. Without JavaScript it can be read; its script is allowed by hash alone.
 * @param version of preflag
 */
export function renderHtml(reports: readonly Report[], version: string, { unchecked = 0 }: HtmlOptions = {}): string {
  const names = deliveryNames(reports);
  const cards = reports.map(toCards);
  const [only] = names;
  const title = names.length === 1 && only !== undefined ? `preflag: ${reports[0]?.title ?? only}` : `preflag: ${names.length} deliveries`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${hashOf(PAGE_STYLE)}'; script-src '${hashOf(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${exactly('style', PAGE_STYLE)}
      </head>
      <body>
        ${MARKS}
        <header class="top"><span class="brand">preflag</span> <span class="muted">${version}</span></header>
        <main>
          ${unchecked > 0 ? html`<p class="banner">${uncheckedText(unchecked)}</p>` : undefined}
          ${reports.length === 0 ? html`<h1>Nothing was checked</h1>` : undefined} ${deliveriesList(reports, names, cards)}
          ${reports.map((report, index) => deliverySection(report, names[index] ?? '', cards[index] ?? [], index))}
        </main>
        <noscript
          ><p class="banner">
            Excerpts, filters and decisions need JavaScript. The verdict, what was asked and each finding with its place are all above.
          </p></noscript
        >
        ${exactly('script type="application/json" id="page-data"', inScript(toPageData(reports, cards)))} ${exactly('script', PAGE_SCRIPT)}
      </body>
    </html> `;
  return page.markup;
}

/** An element whose content is no markup and stays to the byte, since its hash allows it. */
function exactly(tag: string, content: string): Html {
  return new Html(`<${tag}>${content}</${tag.split(' ')[0]}>`);
}

function hashOf(text: string): Html {
  return new Html(`sha256-${createHash('sha256').update(text).digest('base64')}`);
}

/** JSON that cannot end the element that it stands in. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
