import { createHash } from 'node:crypto';
import { reportHash, shorten, type Finding, type Fix, type Report } from '@preflag/core';
import { placeInFile } from '../lib/place-in-file.ts';
import type { PageData, PageDelivery, PageFix, PageItem, PageKind } from './page-data.ts';
import { LONGEST } from './shown.ts';
import type { Card } from './to-cards.ts';

/** How many places that belong to a finding, and fixes, are told. */
const MOST_RELATED = 5;
const MOST_FIXES = 3;

/** How many findings of a card show what stands around them. */
const MOST_SURROUNDINGS = 3;

/** What the page's script needs of the reports. */
export function toPageData(reports: readonly Report[], cards: readonly (readonly Card[])[]): PageData {
  const texts = new Numbers();
  const deliveries = reports.map((report, number) => toPageDelivery(report, cards[number] ?? [], texts));
  const key = createHash('sha256')
    .update(JSON.stringify(deliveries.map(({ hash }) => hash)))
    .digest('hex');
  return { key, texts: texts.values, deliveries };
}

function toPageDelivery(report: Report, cards: readonly Card[], texts: Numbers): PageDelivery {
  const kinds = new Numbers();
  const pageCards = cards.map(({ first, findings }) => {
    const differ = findings.some(({ message }) => message !== first.message);
    const items = findings.map((finding, number) => toPageItem(finding, differ, number < MOST_SURROUNDINGS, texts));
    return { kind: kinds.of(JSON.stringify(toPageKind(first, report, texts))), items };
  });
  return {
    job: report.job,
    root: report.root,
    hash: reportHash(report),
    kinds: kinds.values.map((kind) => JSON.parse(kind) as PageKind),
    cards: pageCards,
    criteria: (report.asked ?? []).flatMap(({ criterion }) => criterion ?? []),
  };
}

/** Numbers texts in the order in which they come, each once. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  get values(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

function toPageKind({ rule, file, severity, certainty, why }: Finding, { rules }: Report, texts: Numbers): PageKind {
  const title = rules?.[rule]?.title;
  return { rule, file, severity, certainty, why: texts.of(why), ...(title !== undefined && { title: texts.of(title) }) };
}

function toPageItem(finding: Finding, differ: boolean, isShown: boolean, texts: Numbers): PageItem {
  const { fingerprint, file, place, message, advice, evidence, related = [], fixes = [], surroundings, ignored } = finding;
  const { hash: _, ...shownEvidence } = evidence;
  const isPair = isShown && surroundings?.kind === 'pair';
  const others = related.filter(({ is, label }) => label !== '' && !(isPair && is === 'source'));
  return {
    fingerprint,
    place: shorten(file === '.' ? place : placeInFile(place, file), LONGEST),
    ...(differ && { message: shorten(message, LONGEST) }),
    advice: texts.of(shorten(advice, LONGEST)),
    evidence: shownEvidence,
    ...(others.length > 0 && {
      related: others.slice(0, MOST_RELATED).map(({ label, file }) => [shorten(label, LONGEST), file] as const),
    }),
    ...(fixes.length > 0 && { fixes: fixes.slice(0, MOST_FIXES).map(toPageFix) }),
    ...(surroundings && isShown && { surroundings }),
    ...(ignored && { ignored }),
  };
}

function toPageFix({ label, safety, edits }: Fix): PageFix {
  const [first] = edits;
  return {
    label: shorten(label, LONGEST),
    safety,
    edits: edits.length,
    ...(first && { from: shorten(first.from, LONGEST), to: shorten(first.to, LONGEST) }),
  };
}
