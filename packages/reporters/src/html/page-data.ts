import type { Certainty, Evidence, Finding, Fix, Severity, Surroundings } from '@preflag/core';

/** What the page's script is given, beside the markup that it adds to. Texts that many findings share are indexes into `texts`. */
export interface PageData {
  /** Sha256 of what is in the page; decisions are kept under it. */
  readonly key: string;
  readonly texts: readonly string[];
  readonly deliveries: readonly PageDelivery[];
}

export interface PageDelivery {
  readonly job: string | null;
  readonly root: string;
  /** See `reportHash`. */
  readonly hash: string;
  readonly kinds: readonly PageKind[];
  /** In the order of their markup. */
  readonly cards: readonly PageCard[];
  /** Ids of criteria, in the order of their markup. */
  readonly criteria: readonly string[];
}

/** What many cards share. */
export interface PageKind {
  readonly rule: string;
  readonly file: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly why: number;
  /** What the rule says of itself. */
  readonly title?: number;
}

/** Findings of one thing in one file. */
export interface PageCard {
  /** An index into `kinds`. */
  readonly kind: number;
  readonly items: readonly PageItem[];
}

export interface PageItem {
  readonly fingerprint: string;
  /** Without the file in front of it; empty for the file as a whole. That of the delivery is whole. */
  readonly place: string;
  /** Where the findings of a card say different things. */
  readonly message?: string;
  readonly advice: number;
  readonly evidence: Omit<Evidence, 'hash'>;
  /** Label and file. */
  readonly related?: readonly (readonly [label: string, file: string])[];
  readonly fixes?: readonly PageFix[];
  readonly surroundings?: Surroundings;
  readonly ignored?: NonNullable<Finding['ignored']>;
}

export interface PageFix extends Pick<Fix, 'label' | 'safety'> {
  /** The first of its edits. */
  readonly from?: string;
  readonly to?: string;
  readonly edits: number;
}
