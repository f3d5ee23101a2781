import { shorten, type Report } from '@preflag/core';
import { placeInFile } from '../../lib/place-in-file.ts';
import { html, type Html } from '../html.ts';
import { placeText, sentence } from '../sentence.ts';
import { LONGEST } from '../shown.ts';
import type { Card, Standing } from '../to-cards.ts';
import { mark } from './marks.ts';

interface Numbered extends Card {
  readonly id: string;
}

/** Findings by file; hints, and what does not count, folded. */
export function findingsSection(report: Report, cards: readonly Card[], index: number): Html {
  const numbered = cards.map((card, number) => ({ ...card, id: `${index}-${number}` }));
  const counted = numbered.filter(({ standing }) => !isApart(standing));
  const byFile = [...Map.groupBy(counted, ({ first }) => first.file)];
  return html`<section class="findings" aria-labelledby="findings-${index}">
    <h2 id="findings-${index}">Findings</h2>
    <div class="filters" data-filters="${index}"></div>
    ${byFile.length === 0 ? html`<p>${nothingText(report)}</p>` : undefined} ${byFile.map(([file, own]) => fileOf(file, own, report))}
    ${apartOf('Accepted', 'the job, the config or the baseline accepts them', numbered, 'ignored', report)}
    ${apartOf('Was there before', 'the file before has them too', numbered, 'inherited', report)}
  </section>`;
}

function isApart(standing: Standing): boolean {
  return standing === 'ignored' || standing === 'inherited';
}

/** Never "no issues" where something was not looked at. */
function nothingText({ summary: { checks }, asked = [] }: Report): string {
  const ran = checks.passed + checks.failed;
  const left = checks.notChecked + checks.errored;
  const open = asked.filter(({ state }) => state === 'open').length;
  const found = ran === 0 ? 'Nothing was checked.' : `The ${ran} ${ran === 1 ? 'check' : 'checks'} that ran found nothing.`;
  const unchecked = left > 0 ? ` ${left} did not run; see below what that leaves.` : '';
  return `${found}${unchecked}${open > 0 ? ` ${open} of the demands ${open === 1 ? 'is' : 'are'} yours to judge.` : ''}`;
}

function fileOf(file: string, cards: readonly Numbered[], report: Report): Html {
  const [hints, others] = [cards.filter(({ standing }) => standing === 'hint'), cards.filter(({ standing }) => standing !== 'hint')];
  const fold =
    hints.length > 0
      ? html`<details class="fold">
          <summary>${hints.length} ${hints.length === 1 ? 'hint' : 'hints'}</summary>
          ${hints.map((card) => cardOf(card, report))}
        </details>`
      : undefined;
  return html`<section class="file">
    <h3><bdi>${file === '.' ? 'The delivery as a whole' : file}</bdi></h3>
    ${others.map((card) => cardOf(card, report))}${fold}
  </section>`;
}

function apartOf(title: string, why: string, cards: readonly Numbered[], standing: Standing, report: Report): Html | undefined {
  const own = cards.filter((card) => card.standing === standing);
  if (own.length === 0) return undefined;
  return html`<details class="fold apart">
    <summary>${title}: ${own.length}<span class="muted"> (not counted, ${why})</span></summary>
    ${own.map((card) => cardOf(card, report, true))}
  </details>`;
}

function cardOf({ id, first, findings, standing }: Numbered, { rules }: Report, withFile = false): Html {
  const differ = findings.some(({ message }) => message !== first.message);
  const title = differ ? (rules?.[first.rule]?.title ?? first.message) : first.message;
  const places = findings.map(({ place, file }) => shorten(withFile ? place : placeInFile(place, file), LONGEST));
  const more = findings.length - 1;
  return html`<article class="card" data-card="${id}" ${standing === 'fails' ? html`data-fails` : undefined}>
    <details>
      <summary>
        ${mark(first.severity)}<span class="what"
          ><span class="message">${sentence(shorten(title, LONGEST))}</span
          ><span class="where"
            ><span>${placeText(places[0] ?? '')}</span
            >${more > 0 ? html` <span class="more">and ${more} more ${more === 1 ? 'place' : 'places'}</span>` : undefined}</span
          ></span
        ><span class="tags"
          ><span class="tag tag-${first.severity}">${first.severity}</span
          ><span class="tag tag-${first.certainty}">${first.certainty}${standing === 'fails' ? ', fails' : ''}</span></span
        >
      </summary>
      <div class="detail">
        ${
          more > 0
            ? html`<ul>
                ${findings.map(({ message }, index) => html`<li><span>${placeText(places[index] ?? '')}</span>${differ ? html`: ${sentence(shorten(message, LONGEST))}` : undefined}</li>`)}
              </ul>`
            : undefined
        }
      </div>
    </details>
  </article>`;
}
