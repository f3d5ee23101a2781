/** How much of what a delivery says a report may show. */
export const EVIDENCE_LEVELS = ['full', 'masked', 'none'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];
