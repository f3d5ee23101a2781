import type { Report, Verdict } from '@preflag/core';
import { html, type Html } from '../html.ts';
import type { Card } from '../to-cards.ts';
import { mark, type Mark } from './marks.ts';

export const VERDICT_MARKS: Readonly<Record<Verdict, Mark>> = { fail: 'failed', incomplete: 'open', pass: 'proved' };

/** The way to each of several deliveries; nothing where there is one. */
export function deliveriesList(
  reports: readonly Report[],
  names: readonly string[],
  cards: readonly (readonly Card[])[],
): Html | undefined {
  if (reports.length < 2) return undefined;
  const rows = reports.map((report, index) => {
    const [own, findings] = [cards[index] ?? [], report.summary.findings];
    const open = own.filter(({ standing }) => standing !== 'ignored' && standing !== 'inherited').length;
    return html`<tr data-delivery-row="${index}">
      <th scope="row">
        <a href="#delivery-${index}" data-delivery-link="${index}"><bdi>${names[index] ?? ''}</bdi></a>
      </th>
      <td class="verdict-${report.verdict}">${mark(VERDICT_MARKS[report.verdict])} ${report.verdict}</td>
      <td class="number">${findings.critical}</td>
      <td class="number">${findings.important}</td>
      <td class="number">${findings.minor}</td>
      <td class="number">${open}</td>
    </tr>`;
  });
  return html`<section class="deliveries" aria-labelledby="deliveries-title">
    <h1 id="deliveries-title">${reports.length} deliveries</h1>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="deliveries-title">
      <table>
        <thead>
          <tr>
            <th scope="col">delivery</th>
            <th scope="col">verdict</th>
            <th scope="col" class="number">critical</th>
            <th scope="col" class="number">important</th>
            <th scope="col" class="number">minor</th>
            <th scope="col" class="number">things</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}
