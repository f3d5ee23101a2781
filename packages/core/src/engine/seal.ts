import { createHash } from 'node:crypto';
import picomatch from 'picomatch';
import type { Finding } from '../finding.ts';
import type { Ignore } from '../job/types.ts';
import { CERTAINTIES, SEVERITIES } from '../severity.ts';
import { anchorKey, type RawFinding } from './make-finding.ts';

/**
 * Gives the findings of a whole delivery their fingerprints and their order: severity, certainty, file, then as found.
 * Occurrences are counted over all files of one pattern, so that no two findings share a fingerprint.
 */
export function sealFindings(raw: readonly RawFinding[], ignore: readonly Ignore[] = []): readonly Finding[] {
  const counts = new Map<string, number>();
  const inFileOrder = raw.toSorted((a, b) => compareText(a.file, b.file));
  const sealed = inFileOrder.map(({ anchor, occurrence: _, ...finding }) => {
    const key = anchorKey({ ...finding, anchor });
    const occurrence = counts.get(key) ?? 0;
    counts.set(key, occurrence + 1);
    const fingerprint = createHash('sha256').update(`${key} ${occurrence}`).digest('hex');
    const reason = ignore.find((entry) => isIgnored(entry, finding.rule, finding.file, fingerprint))?.reason;
    return { ...finding, fingerprint, ...(reason !== undefined && { ignored: { reason } }) };
  });
  return sealed.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty),
  );
}

function isIgnored(ignore: Ignore, rule: string, file: string, fingerprint: string): boolean {
  return (
    picomatch.isMatch(rule, ignore.rule) &&
    (ignore.path === undefined || picomatch.isMatch(file, ignore.path, { dot: true, basename: !ignore.path.includes('/') })) &&
    (ignore.fingerprint === undefined || fingerprint.startsWith(ignore.fingerprint))
  );
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
