import type { DecisionStore } from './decision-store.ts';

/** Who does nothing for so many seconds is thinking, or is away: the time does not go on. */
const IDLE_SECONDS = 60;

/** Counts the seconds in which somebody looks at the page: it is in front, and something was done lately. */
export function startActiveTime(store: DecisionStore): void {
  let idle = 0;
  for (const event of ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focus'])
    addEventListener(event, () => (idle = 0), { passive: true, capture: true });
  setInterval(() => {
    idle += 1;
    if (document.visibilityState === 'visible' && document.hasFocus() && idle <= IDLE_SECONDS) store.seconds += 1;
  }, 1_000);
  addEventListener('pagehide', () => store.keep());
}
