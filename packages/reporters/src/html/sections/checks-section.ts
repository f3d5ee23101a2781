import type { Check, Report } from '@preflag/core';
import { gapsOf, ranText } from '../../coverage.ts';
import { html, type Html } from '../html.ts';

/** How many rules and files are named for one reason; the rest is counted. */
const MOST_NAMED = 12;

/** What was not checked and why: what could not be finished, what is left for a person, and the rest by reason. */
export function checksSection({ checks, notices = [] }: Report, index: number): Html {
  const errors = checks.filter(({ outcome }) => outcome === 'error');
  const people = checks.filter(({ outcome, reason }) => outcome === 'not-checked' && reason?.code === 'needs-person');
  const others = checks.filter(({ outcome, reason }) => outcome === 'not-checked' && reason?.code !== 'needs-person');
  return html`<section class="checks" aria-labelledby="checks-${index}">
    <h2 id="checks-${index}">What was not checked, and why</h2>
    <p>${ranText(checks)}</p>
    ${
      gapsOf(checks).length > 0
        ? html`<ul>
            ${gapsOf(checks).map(({ count, text }) => html`<li>${count} ${text}</li>`)}
          </ul>`
        : undefined
    }
    ${listOf('Could not be finished', errors)} ${listOf('Left for a person', people)}
    ${
      notices.length > 0
        ? html`<h3>Settings</h3>
            <ul>
              ${notices.map(({ text }) => html`<li>${text}</li>`)}
            </ul>`
        : undefined
    }
    ${
      others.length > 0
        ? html`<details class="fold">
            <summary>All ${others.length} by reason</summary>
            <dl class="reasons">${reasonsOf(others)}</dl>
          </details>`
        : undefined
    }
  </section>`;
}

function listOf(title: string, checks: readonly Check[]): Html | undefined {
  if (checks.length === 0) return undefined;
  const items = checks.map(
    ({ rule, file, reason }) =>
      html`<li>
        ${reason?.text ?? ''} <span class="muted"><code>${rule}</code>${file === '.' ? undefined : html` on <bdi>${file}</bdi>`}</span>
      </li>`,
  );
  return html`<h3>${title}</h3>
    <ul>
      ${items}
    </ul>`;
}

function reasonsOf(checks: readonly Check[]): readonly Html[] {
  const byReason = [...Map.groupBy(checks, ({ reason }) => reason?.text ?? '')].toSorted(([, a], [, b]) => b.length - a.length);
  return byReason.map(([text, own]) => {
    const [rules, files] = [distinct(own.map(({ rule }) => rule)), distinct(own.map(({ file }) => file).filter((file) => file !== '.'))];
    return html`<div>
      <dt>${text} <span class="muted">${own.length}</span></dt>
      <dd><code>${named(rules)}</code>${files.length > 0 ? html` on <bdi>${named(files)}</bdi>` : undefined}</dd>
    </div>`;
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function named(texts: readonly string[]): string {
  const left = texts.length - MOST_NAMED;
  return `${texts.slice(0, MOST_NAMED).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
