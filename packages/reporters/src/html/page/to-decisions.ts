import type { Decisions, FindingDecision, ReportDecisions } from '@preflag/core';
import type { PageData, PageDelivery } from '../page-data.ts';
import { criterionKey } from './criteria.ts';
import type { DecisionStore } from './decision-store.ts';
import { findingKey } from './views.ts';

/** What was decided, as the file that is saved. */
export function toDecisions({ deliveries }: PageData, store: DecisionStore, now: Date): Decisions {
  return {
    version: 1,
    ...(store.reviewer !== '' && { reviewer: store.reviewer }),
    at: now.toISOString(),
    seconds: store.seconds,
    reports: deliveries.map((delivery) => toReportDecisions(delivery, store)),
  };
}

function toReportDecisions({ job, root, hash, kinds, cards, criteria }: PageDelivery, store: DecisionStore): ReportDecisions {
  const findings = cards.flatMap(({ kind, items }) => {
    const { rule = '', file = '' } = kinds[kind] ?? {};
    return items.flatMap(({ fingerprint, place }): readonly FindingDecision[] => {
      const entry = store.entry(findingKey(hash, fingerprint));
      return entry ? [{ fingerprint, rule, file, place: wholePlace(file, place), ...entry }] : [];
    });
  });
  const judged = criteria.flatMap((id) => {
    const { verdict, note } = store.judgement(criterionKey(hash, id)) ?? {};
    return verdict === undefined ? [] : [{ id, verdict, ...(note !== undefined && { note }) }];
  });
  return { job, root, hash, findings, criteria: judged };
}

function wholePlace(file: string, place: string): string {
  if (file === '.') return place;
  return place === '' ? file : `${file} › ${place}`;
}
