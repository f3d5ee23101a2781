import { createHash } from 'node:crypto';
import { reportHash, type Finding, type Fix, type Report } from '@preflag/core';
import type { PageCard, PageData, PageFix, PageItem } from './page-data.ts';
import type { Card } from './to-cards.ts';

/** How many places that belong to a finding, and fixes, are told. */
const MOST_RELATED = 5;
const MOST_FIXES = 3;

/** How many findings of a card show what stands around them. */
const MOST_SURROUNDINGS = 3;

/** How much is told of a text that has no limit of its own. */
const LONGEST = 1_000;

/** What the page's script needs of the reports. */
export function toPageData(reports: readonly Report[], cards: readonly (readonly Card[])[]): PageData {
  const texts = new Map<string, number>();
  const index = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const deliveries = reports.map((report, number) => ({
    job: report.job,
    root: report.root,
    hash: reportHash(report),
    cards: (cards[number] ?? []).map((card) => toPageCard(card, report, index)),
    criteria: (report.asked ?? []).flatMap(({ criterion }) => criterion ?? []),
  }));
  const key = createHash('sha256')
    .update(JSON.stringify(deliveries.map(({ hash }) => hash)))
    .digest('hex');
  return { key, texts: [...texts.keys()], deliveries };
}

function toPageCard({ first, findings }: Card, { rules }: Report, index: (text: string) => number): PageCard {
  const title = rules?.[first.rule]?.title;
  const differ = findings.some(({ message }) => message !== first.message);
  return {
    rule: first.rule,
    file: first.file,
    severity: first.severity,
    certainty: first.certainty,
    why: index(first.why),
    ...(title !== undefined && { title: index(title) }),
    items: findings.map((finding, number) => toPageItem(finding, differ, number < MOST_SURROUNDINGS, index)),
  };
}

function toPageItem(finding: Finding, differ: boolean, isShown: boolean, index: (text: string) => number): PageItem {
  const { fingerprint, place, message, advice, evidence, related = [], fixes = [], surroundings, ignored } = finding;
  const { hash: _, ...shownEvidence } = evidence;
  return {
    fingerprint,
    place: cut(place),
    ...(differ && { message: cut(message) }),
    advice: index(cut(advice)),
    evidence: shownEvidence,
    ...(related.length > 0 && { related: related.slice(0, MOST_RELATED).map(({ label, file }) => [cut(label), file] as const) }),
    ...(fixes.length > 0 && { fixes: fixes.slice(0, MOST_FIXES).map(toPageFix) }),
    ...(surroundings && isShown && { surroundings }),
    ...(ignored && { ignored }),
  };
}

function toPageFix({ label, safety, edits }: Fix): PageFix {
  const [first] = edits;
  return { label: cut(label), safety, edits: edits.length, ...(first && { from: cut(first.from), to: cut(first.to) }) };
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
