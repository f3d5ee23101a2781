import { all } from './dom.ts';

/** On paper everything is open, and every delivery is there; afterwards the page is as it was. */
export function startPrinting(buildAll: () => void): void {
  const undo: (() => void)[] = [];
  addEventListener('beforeprint', () => {
    buildAll();
    for (const more of all('[data-more]', HTMLButtonElement)) more.click();
    for (const details of all('details:not([open])', HTMLDetailsElement)) {
      details.open = true;
      undo.push(() => (details.open = false));
    }
    for (const delivery of all('[data-delivery][hidden]', HTMLElement)) {
      delivery.hidden = false;
      undo.push(() => (delivery.hidden = true));
    }
  });
  addEventListener('afterprint', () => {
    for (const step of undo.splice(0)) step();
  });
}
