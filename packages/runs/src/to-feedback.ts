import { compare, isBlocking, isOpen, type FeedbackItem, type Finding, type Report } from '@preflag/core';

export interface FeedbackOptions {
  /** The attempts before, oldest first: what stays open is called so, and what came back too. */
  readonly previous?: readonly Report[];
  /** Roughly, at four characters a token. Default 2,000. What does not fit is counted. */
  readonly maxTokens?: number;
}

export interface Feedback {
  /** Markdown that an agent can be given as it is. */
  readonly text: string;
  /** Worst first; what fails the delivery before what does not. */
  readonly items: readonly FeedbackItem[];
}

const CHARACTERS_PER_TOKEN = 4;
const PLACES = 5;

/** What an agent should mend, worst first, each thing once with all its places. Hints are left out; what was right is told to stay. */
export function toFeedback(report: Report, options: FeedbackOptions = {}): Feedback {
  const { previous = [], maxTokens = 2_000 } = options;
  const last = previous.at(-1);
  const states = last ? compare(last, report, previous.slice(0, -1)) : undefined;
  const stateOf = ({ fingerprint }: Finding): FeedbackItem['state'] =>
    states?.reopened.some((finding) => finding.fingerprint === fingerprint)
      ? 'reopened'
      : states?.remaining.some((finding) => finding.fingerprint === fingerprint)
        ? 'remaining'
        : 'new';
  const open = report.findings.filter((finding) => isOpen(finding) && finding.certainty !== 'hint');
  const groups = [
    ...Map.groupBy(open, ({ rule, messageId, file, group, message }) => JSON.stringify([rule, messageId, file, group ?? message])).values(),
  ];
  const entries = groups.map((findings) => ({
    findings,
    item: toItem(findings, stateOf),
    isBlocking: findings.some((finding) => isBlocking(finding, report.gate)),
  }));
  const ordered = [...entries.filter((entry) => entry.isBlocking), ...entries.filter((entry) => !entry.isBlocking)];
  return {
    items: ordered.map(({ item }) => item),
    text: toText(report, ordered, states?.fixed.length ?? 0, maxTokens * CHARACTERS_PER_TOKEN),
  };
}

interface Entry {
  readonly findings: readonly Finding[];
  readonly item: FeedbackItem;
  readonly isBlocking: boolean;
}

function toItem(findings: readonly Finding[], stateOf: (finding: Finding) => FeedbackItem['state']): FeedbackItem {
  const first = findings[0]!;
  const states = new Set(findings.map(stateOf));
  return {
    rule: first.rule,
    severity: first.severity,
    certainty: first.certainty,
    file: first.file,
    places: [...new Set(findings.map(({ place }) => place))].slice(0, PLACES),
    count: findings.length,
    message: first.message,
    advice: first.advice,
    state: states.has('reopened') ? 'reopened' : states.has('remaining') ? 'remaining' : 'new',
    fingerprints: findings.map(({ fingerprint }) => fingerprint),
  };
}

function toText(report: Report, entries: readonly Entry[], fixed: number, length: number): string {
  const must = entries.filter(({ isBlocking }) => isBlocking);
  const may = entries.filter(({ isBlocking }) => !isBlocking);
  const errors = report.checks.filter(({ outcome }) => outcome === 'error').length;
  const head = [
    must.length === 0
      ? 'Nothing fails this delivery.'
      : `${counted(must.length, 'thing')} must be fixed before this delivery can be accepted.`,
    ...(may.length > 0 ? [`${counted(may.length, 'thing')} should be looked at.`] : []),
    ...(fixed > 0
      ? [`${counted(fixed, 'finding')} of the last attempt ${fixed === 1 ? 'is' : 'are'} fixed; keep ${fixed === 1 ? 'it' : 'them'} so.`]
      : []),
    ...(errors > 0
      ? [`${counted(errors, 'check')} could not be finished: what ${errors === 1 ? 'it looks' : 'they look'} at is not known to be right.`]
      : []),
    'Change only what is listed. Everything else was not objected to and must stay as it is; hand in all files again.',
  ].join(' ');
  const clean = cleanFiles(report, entries);
  const tail = clean.length > 0 ? `\n\nNothing was found in: ${clean.join(', ')}.` : '';
  const sections = [section('Must be fixed', must), section('Should be looked at', may)].filter((lines) => lines.length > 0);
  let room = length - head.length - tail.length;
  let left = 0;
  const kept = sections.map(([title, ...items]) => {
    const fitting = items.filter((item) => {
      room -= item.length + 2;
      if (room < 0) left += 1;
      return room >= 0;
    });
    return fitting.length > 0 ? [title, ...fitting].join('\n\n') : '';
  });
  const more = left > 0 ? [`${counted(left, 'more thing')} did not fit into this feedback.`] : [];
  return `${[head, ...kept.filter((text) => text !== ''), ...more].join('\n\n')}${tail}\n`;
}

/** Files of which nothing is told, and that a rule truly looked at. */
function cleanFiles({ manifest, checks }: Report, entries: readonly Entry[]): readonly string[] {
  const seen = new Set(checks.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed').map(({ file }) => file));
  const told = new Set(entries.map(({ item }) => item.file));
  return manifest.map(({ path }) => path).filter((path) => seen.has(path) && !told.has(path));
}

function section(title: string, entries: readonly Entry[]): readonly string[] {
  return entries.length === 0 ? [] : [`## ${title}`, ...entries.map((entry, index) => entryText(entry, index + 1))];
}

function entryText({ item, findings }: Entry, number: number): string {
  const { evidence, related } = findings[0]!;
  const state = item.state === 'new' ? '' : item.state === 'remaining' ? ' (still there)' : ' (it was fixed once and is back)';
  const left = findings.filter(({ place }) => !item.places.includes(place)).length;
  const more = left > 0 ? `, and ${left} more` : '';
  return [
    `${number}. **${item.message}**${state}`,
    `   Where: ${item.places.join('; ')}${more}`,
    ...(evidence.found !== undefined ? [`   Found: ${oneLine(evidence.found)}`] : []),
    ...(evidence.expected !== undefined ? [`   Expected: ${oneLine(evidence.expected)}`] : []),
    ...(related ?? []).slice(0, 2).map(({ file, label }) => `   See: ${file}: ${oneLine(label)}`),
    `   Do: ${item.advice}`,
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
