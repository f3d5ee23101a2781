import { CERTAINTIES, SEVERITIES, type Report, type Verdict } from '@preflag/core';
import { html, type Html } from '../html.ts';
import type { Card } from '../to-cards.ts';
import { askedSection } from './asked-section.ts';
import { checksSection } from './checks-section.ts';
import { VERDICT_MARKS } from './deliveries-list.ts';
import { findingsSection } from './findings-section.ts';
import { mark } from './marks.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  fail: 'This delivery fails',
  incomplete: 'This delivery cannot be judged yet',
  pass: 'Nothing that was checked fails this delivery',
};

/** All of one delivery: the verdict, what was asked, what was found, what was not checked. */
export function deliverySection(report: Report, name: string, cards: readonly Card[], index: number): Html {
  return html`<article class="delivery" id="delivery-${index}" data-delivery="${index}">
    ${topOf(report, name, cards)} ${askedSection(report, index)} ${findingsSection(report, cards, index)} ${checksSection(report, index)}
  </article>`;
}

function topOf(report: Report, name: string, cards: readonly Card[]): Html {
  const { title, job, root, verdict, reason, gate, summary, manifest } = report;
  const open = cards.filter(({ standing }) => standing !== 'ignored' && standing !== 'inherited');
  const places = open.reduce((sum, { findings }) => sum + findings.length, 0);
  const ran = summary.checks.passed + summary.checks.failed;
  const all = ran + summary.checks.notChecked + summary.checks.errored;
  const asked = report.asked ?? [];
  const proved = asked.filter(({ state }) => state === 'proved').length;
  return html`<header class="head">
    <p class="eyebrow">${job === null ? html`Delivery without a job` : html`Job <bdi>${job}</bdi>`} · <bdi class="path">${root}</bdi></p>
    <h1 dir="auto">${title ?? name}</h1>
    <div class="verdict verdict-${verdict}">
      ${mark(VERDICT_MARKS[verdict])}
      <div>
        <p class="verdict-word">${VERDICTS[verdict]}</p>
        <p>
          ${sentence(reason)}${
            verdict === 'pass' && places > 0 ? ` ${places} ${places === 1 ? 'finding is' : 'findings are'} open for you to look at.` : ''
          }
        </p>
      </div>
    </div>
    <dl class="counts">
      <div>
        <dt>things found</dt>
        <dd>${open.length}<small> at ${places} ${places === 1 ? 'place' : 'places'}</small></dd>
      </div>
      ${SEVERITIES.map(
        (severity) =>
          html`<div>
            <dt>${mark(severity)} ${severity}</dt>
            <dd>${summary.findings[severity]}</dd>
          </div>`,
      )}
      ${
        asked.length > 0
          ? html`<div>
              <dt>demands proved</dt>
              <dd>${proved}<small> of ${asked.length}</small></dd>
            </div>`
          : undefined
      }
      <div>
        <dt>checks that ran</dt>
        <dd>${ran}<small> of ${all}</small></dd>
      </div>
    </dl>
    <p class="muted small">
      By certainty: ${CERTAINTIES.map((certainty) => `${summary.certainty[certainty]} ${certainty}`).join(', ')}. ${gateText(gate)}
    </p>
    ${
      manifest.length > 0
        ? html`<ul class="files" aria-label="Delivered files">
            ${manifest.map(({ path, type, bytes }) => html`<li><bdi>${path}</bdi> <span class="muted">${type}, ${sizeText(bytes)}</span></li>`)}
          </ul>`
        : html`<p class="muted">No file was delivered.</p>`
    }
  </header>`;
}

function gateText({ failOn, require }: Report['gate']): string {
  const fails = failOn === 'never' ? 'No finding fails a delivery here.' : `Only certain findings fail a delivery, from ${failOn} on.`;
  return require.length > 0 ? `${fails} Required: ${require.join(', ')}.` : fails;
}

function sentence(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** `813 bytes`, `8.6 kB`. */
function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}
