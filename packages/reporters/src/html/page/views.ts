import type { PageCard, PageData, PageKind } from '../page-data.ts';
import { all } from './dom.ts';

/** A card in the page, and what it is about. */
export interface CardView {
  /** `0-3`: the fourth card of the first delivery. */
  readonly id: string;
  readonly delivery: number;
  readonly card: PageKind & PageCard;
  readonly element: HTMLElement;
  readonly details: HTMLDetailsElement;
  readonly summary: HTMLElement;
  readonly body: HTMLElement;
  /** Whether it counts: not accepted, and not there before. */
  readonly counts: boolean;
  /** What the decisions of its findings are kept under. */
  readonly keys: readonly string[];
}

/** The cards of the page in their order. */
export function cardViews({ deliveries }: PageData): readonly CardView[] {
  return all('[data-card]', HTMLElement).flatMap((element): readonly CardView[] => {
    const id = element.dataset['card'] ?? '';
    const [delivery = 0, number = 0] = id.split('-').map(Number);
    const owner = deliveries[delivery];
    const card = owner?.cards[number];
    const kind = owner?.kinds[card?.kind ?? -1];
    const details = element.querySelector('details');
    const [summary] = all('summary', HTMLElement, element);
    const [body] = all('.detail', HTMLElement, element);
    if (!owner || !card || !kind || !details || !summary || !body) return [];
    const counts = element.closest('.apart') === null;
    return [
      {
        id,
        delivery,
        card: { ...kind, ...card },
        element,
        details,
        summary,
        body,
        counts,
        keys: card.items.map((item) => findingKey(owner.hash, item.fingerprint)),
      },
    ];
  });
}

/** What the decision of a finding is kept under. */
export function findingKey(hash: string, fingerprint: string): string {
  return `${hash} ${fingerprint}`;
}
