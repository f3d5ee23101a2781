import { html, type Html } from '../html.ts';

/** Shapes tell severities and states apart without colour. */
export const MARKS: Html = html`<svg class="marks" aria-hidden="true" width="0" height="0">
  <symbol id="mark-critical" viewBox="0 0 16 16">
    <path fill="currentColor" d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" />
    <path fill="none" stroke="var(--surface)" stroke-width="1.8" stroke-linecap="round" d="M8 4.2v4.6M8 11.6v.1" />
  </symbol>
  <symbol id="mark-important" viewBox="0 0 16 16">
    <path fill="currentColor" d="M8 1.2c.5 0 .9.3 1.2.7l6 10.7c.5 1-.1 2.1-1.2 2.1H2c-1.1 0-1.7-1.1-1.2-2.1l6-10.7c.3-.4.7-.7 1.2-.7z" />
    <path fill="none" stroke="var(--surface)" stroke-width="1.7" stroke-linecap="round" d="M8 5.6v4M8 12.1v.1" />
  </symbol>
  <symbol id="mark-minor" viewBox="0 0 16 16">
    <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="2" />
    <circle cx="8" cy="8" r="1.6" fill="currentColor" />
  </symbol>
  <symbol id="mark-proved" viewBox="0 0 16 16">
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
      d="M2.5 8.6 6.2 12.3 13.5 4"
    />
  </symbol>
  <symbol id="mark-failed" viewBox="0 0 16 16">
    <path fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
  </symbol>
  <symbol id="mark-open" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" stroke-width="2" /></symbol>
</svg>`;

export type Mark = 'critical' | 'important' | 'minor' | 'proved' | 'failed' | 'open';

/** A shape; the words beside it say the same. */
export function mark(name: Mark): Html {
  return html`<svg class="mark mark-${name}" aria-hidden="true"><use href="#mark-${name}" /></svg>`;
}
