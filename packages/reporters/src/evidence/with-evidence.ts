import { render, type Evidence, type Finding, type Report } from '@preflag/core';
import type { EvidenceLevel } from './evidence-level.ts';
import { maskData } from './mask-data.ts';
import { maskLocation, maskPlace } from './mask-place.ts';
import { maskText } from './mask-text.ts';

/**
 * A report that shows less of what the delivery says, for places where others may read it. `masked` keeps the shape of
 * texts and numbers (`Xxxx 00.0`), `none` leaves the evidence out; both render the messages again from masked values. Names
 * of files, sheets and columns, counts and addresses stay. Fixes, facts, surroundings and the client's words are left out.
 * Fingerprints stay, so that the report compares with others.
 */
export function withEvidence(report: Report, level: EvidenceLevel): Report {
  if (level === 'full') return report;
  const files = new Set(report.manifest.flatMap(({ path, deliverable }) => (deliverable === undefined ? [path] : [path, deliverable])));
  for (const { file } of report.findings) files.add(file);
  const groups = new Map<string, string>();
  // Each field that stays is named here: what is new in reports is hidden until it is known to be harmless.
  const { job, title, root, sandbox, verdict, reason, gate, summary, manifest, asked, notices, rules } = report;
  return {
    job,
    root,
    verdict,
    reason,
    gate,
    summary,
    manifest,
    ...(title !== undefined && { title }),
    ...(sandbox && { sandbox }),
    findings: report.findings.map((finding) => maskFinding(finding, report, level, files, groups)),
    checks: report.checks.map((check) =>
      check.reason?.code === 'crash'
        ? { ...check, reason: { code: 'crash', text: 'The rule crashed; the report in full says how.' } }
        : check,
    ),
    ...(asked && { asked: asked.map(({ asked: _, ...rest }) => rest) }),
    ...(notices && { notices }),
    ...(rules && { rules }),
  };
}

function maskFinding(
  finding: Finding,
  { rules }: Report,
  level: EvidenceLevel,
  files: ReadonlySet<string>,
  groups: Map<string, string>,
): Finding {
  const { rule, messageId, severity, certainty, file, location, origin, why, inputs, fingerprint, related, group, ignored } = finding;
  const data = maskData(finding.data, files);
  const template = rules?.[rule]?.messages[messageId];
  return {
    rule,
    messageId,
    data,
    severity,
    certainty,
    file,
    origin,
    why,
    inputs,
    fingerprint,
    message: template ? render(template.text, data) : maskText(finding.message),
    advice: template ? render(template.advice, data) : maskText(finding.advice),
    location: maskLocation(location),
    place: maskPlace(finding.place, file, location),
    evidence: level === 'none' ? { excerpt: '', hash: '' } : maskEvidence(finding.evidence),
    ...(related && {
      related: related.map((other) => ({
        file: other.file,
        location: maskLocation(other.location),
        label: level === 'none' ? '' : maskText(other.label),
      })),
    }),
    ...(group !== undefined && { group: numbered(group, groups) }),
    ...(ignored && { ignored }),
  };
}

/** Without the hash: of a short text it is as good as the text. */
function maskEvidence({ excerpt, prefix, suffix, expected, found }: Evidence): Evidence {
  return {
    excerpt: maskText(excerpt),
    ...(prefix !== undefined && { prefix: maskText(prefix) }),
    ...(suffix !== undefined && { suffix: maskText(suffix) }),
    ...(expected !== undefined && { expected: maskText(expected) }),
    ...(found !== undefined && { found: maskText(found) }),
    hash: '',
  };
}

/** A group has what its findings share in its name; its number serves as well. */
function numbered(group: string, groups: Map<string, string>): string {
  const number = groups.get(group) ?? String(groups.size + 1);
  groups.set(group, number);
  return number;
}
