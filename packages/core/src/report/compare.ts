import type { Finding } from '../finding.ts';
import { isOpen } from '../engine/verdict.ts';
import type { Report } from './types.ts';

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
  const gone = before.filter(({ fingerprint }) => !inAfter.has(fingerprint));
  const fate = (finding: Finding): 'fixed' | 'removed' | 'unchecked' =>
    isGone(finding, a, b) ? 'removed' : wasLookedAt(finding, a, b) ? 'fixed' : 'unchecked';
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

/** The file of the finding is gone, and no other took its place under the same deliverable. */
function isGone(finding: Finding, a: Report, b: Report): boolean {
  return finding.file !== '.' && filesOf(finding, a, b).size === 0;
}

/** The file of the finding in `b`, or those that took its place. */
function filesOf(finding: Finding, a: Report, b: Report): ReadonlySet<string> {
  const pattern = a.manifest.find(({ path }) => path === finding.file)?.deliverable;
  return new Set(
    b.manifest
      .filter(({ path, deliverable }) => path === finding.file || (pattern !== undefined && deliverable === pattern))
      .map(({ path }) => path),
  );
}

/** The rule ran in `b` on that file, or on the delivery as a whole. */
function wasLookedAt(finding: Finding, a: Report, b: Report): boolean {
  const files = filesOf(finding, a, b);
  return b.checks.some(
    ({ rule, file, outcome }) =>
      rule === finding.rule && (file === '.' || files.has(file)) && (outcome === 'passed' || outcome === 'failed'),
  );
}
