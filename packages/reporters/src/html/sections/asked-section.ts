import type { Asked, Report } from '@preflag/core';
import { html, type Html } from '../html.ts';
import { briefText } from './brief-text.ts';
import { mark } from './marks.ts';

/** Briefs up to this length are shown at once, longer ones when they are opened. */
const SHORT_BRIEF = 1_500;

/** Reports have at most this much of a brief; those of others may have more. */
const LONGEST_BRIEF = 20_000;

const STATES: Readonly<Record<Asked['state'], string>> = { proved: 'proved', failed: 'failed', open: 'yours to judge' };

/** What the client asked: the brief, the demands by deliverable, the criteria. */
export function askedSection({ brief, asked = [] }: Report, index: number): Html | undefined {
  if (brief === undefined && asked.length === 0) return undefined;
  const criteria = asked.filter(({ criterion }) => criterion !== undefined);
  const byFile = [
    ...Map.groupBy(
      asked.filter(({ criterion }) => criterion === undefined),
      ({ deliverable }) => deliverable,
    ),
  ];
  return html`<section class="asked" aria-labelledby="asked-${index}">
    <h2 id="asked-${index}">What was asked</h2>
    <div class="asked-columns">
      ${brief === undefined ? undefined : briefOf(brief)}
      <div>${byFile.map(([file, demands]) => demandsOf(file, demands))}${criteriaOf(criteria)}</div>
    </div>
  </section>`;
}

function briefOf(brief: string): Html {
  const open = brief.length <= SHORT_BRIEF ? html`open` : undefined;
  return html`<details class="brief" ${open}>
    <summary>The brief</summary>
    <blockquote dir="auto">${briefText(brief.slice(0, LONGEST_BRIEF))}</blockquote>
  </details>`;
}

function demandsOf(file: string, demands: readonly Asked[]): Html {
  const words = [...new Set(demands.flatMap(({ asked }) => asked ?? []))];
  return html`<section class="demands">
    <h3><bdi>${file === '.' ? 'The delivery' : file}</bdi></h3>
    ${words.map((text) => html`<p class="words" dir="auto"><q>${text}</q></p>`)}
    <ul>
      ${demands.map(demandOf)}
    </ul>
  </section>`;
}

function demandOf({ text, state, reason }: Asked): Html {
  const why = state === 'open' && reason !== undefined && !isJudgement(reason) ? `: ${reason}` : '';
  return html`<li class="demand demand-${state}">
    ${mark(state)}<span><span dir="auto">${text}</span> <span class="state">${STATES[state]}${why}</span></span>
  </li>`;
}

/** The words for the state say it already. */
function isJudgement(reason: string): boolean {
  return reason === 'Yours to judge.';
}

function criteriaOf(criteria: readonly Asked[]): Html | undefined {
  if (criteria.length === 0) return undefined;
  const items = criteria.map(
    ({ criterion = '', level = '', text, asked, state, reason = '' }, index) =>
      html`<li class="criterion demand-${state}" data-criterion="${index}">
        ${mark(state)}
        <div>
          <p>
            <span dir="auto">${text}</span>
            <span class="state"
              >${[level, STATES[state]].filter((word) => word !== '').join(', ')}${
                state === 'open' && reason !== '' && !isJudgement(reason) ? `: ${reason}` : ''
              }</span
            >
          </p>
          ${asked === undefined ? undefined : html`<p class="words" dir="auto"><q>${asked}</q></p>`}
          <p class="muted small">criterion <bdi>${criterion}</bdi></p>
        </div>
      </li>`,
  );
  return html`<section class="criteria">
    <h3>Acceptance criteria</h3>
    <ul>
      ${items}
    </ul>
  </section>`;
}
