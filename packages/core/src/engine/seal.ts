import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';
import { CERTAINTIES, SEVERITIES } from '../severity.ts';
import type { ExceptionList } from './exceptions.ts';
import { anchorKey, type RawFinding } from './make-finding.ts';

/**
 * Gives the findings of a whole delivery their fingerprints and their order: severity, certainty, file, then as found.
 * Occurrences are counted over all files of one pattern, so that no two findings share a fingerprint.
 */
export function sealFindings(raw: readonly RawFinding[], exceptions?: Pick<ExceptionList, 'of'>): readonly Finding[] {
  const counts = new Map<string, number>();
  const inFileOrder = raw.toSorted((a, b) => compareText(a.file, b.file));
  const sealed = inFileOrder.map(({ anchor, occurrence: _, sourceSpans: __, ...finding }) => {
    const key = anchorKey({ ...finding, anchor });
    const occurrence = counts.get(key) ?? 0;
    counts.set(key, occurrence + 1);
    const fingerprint = createHash('sha256').update(`${key} ${occurrence}`).digest('hex');
    const ignored = exceptions?.of({ ...finding, fingerprint });
    return { ...finding, fingerprint, ...(ignored && { ignored }) };
  });
  return sealed.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty),
  );
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
