import type { Finding } from '../finding.ts';
import { isOpen } from '../engine/verdict.ts';
import type { Check, Report } from './types.ts';

/** What became of the findings between two attempts. */
export interface Comparison {
  /** Gone, and the rule looked again. */
  readonly fixed: readonly Finding[];
  /** Gone with its file. */
  readonly removed: readonly Finding[];
  /** Gone from the list, but the rule was not checked again: nothing is known. */
  readonly unchecked: readonly Finding[];
  readonly remaining: readonly Finding[];
  readonly new: readonly Finding[];
  /** Fixed once, and there again. */
  readonly reopened: readonly Finding[];
}

/**
 * Compares the open findings of two attempts at the same job by fingerprint.
 * @param earlier attempts before `a`, to tell what is reopened from what is new
 */
export function compare(a: Report, b: Report, earlier: readonly Report[] = []): Comparison {
  const [before, after] = [a.findings.filter(isOpen), b.findings.filter(isOpen)];
  const [inBefore, inAfter] = [fingerprints(before), fingerprints(after)];
  const known = new Set(earlier.flatMap((report) => [...fingerprints(report.findings.filter(isOpen))]));
  const files = new Set(b.manifest.map(({ path }) => path));
  const gone = before.filter(({ fingerprint }) => !inAfter.has(fingerprint));
  const fate = (finding: Finding): 'fixed' | 'removed' | 'unchecked' =>
    wasLookedAt(finding, a, b) ? 'fixed' : finding.file !== '.' && !files.has(finding.file) ? 'removed' : 'unchecked';
  const fresh = after.filter(({ fingerprint }) => !inBefore.has(fingerprint));
  return {
    fixed: gone.filter((finding) => fate(finding) === 'fixed'),
    removed: gone.filter((finding) => fate(finding) === 'removed'),
    unchecked: gone.filter((finding) => fate(finding) === 'unchecked'),
    remaining: after.filter(({ fingerprint }) => inBefore.has(fingerprint)),
    new: fresh.filter(({ fingerprint }) => !known.has(fingerprint)),
    reopened: fresh.filter(({ fingerprint }) => known.has(fingerprint)),
  };
}

function fingerprints(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}

/** The rule ran in `b` on the file of the finding, or on the file that took its place under the same deliverable. */
function wasLookedAt(finding: Finding, a: Report, b: Report): boolean {
  const pattern = a.manifest.find(({ path }) => path === finding.file)?.deliverable;
  const files = new Set(
    b.manifest
      .filter(({ path, deliverable }) => path === finding.file || (pattern !== undefined && deliverable === pattern))
      .map(({ path }) => path),
  );
  const isRun = ({ rule, file, outcome }: Check): boolean =>
    rule === finding.rule && (file === '.' || files.has(file)) && (outcome === 'passed' || outcome === 'failed');
  return b.checks.some(isRun);
}
