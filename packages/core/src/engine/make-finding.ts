import { createHash } from 'node:crypto';
import type { Evidence, Finding, Input } from '../finding.ts';
import type { JsonObject } from '../json.ts';
import type { Model } from '../model.ts';
import { messageOfRule, type Problem, type RelatedPlace } from '../rule.ts';
import { leastCertain, leastSevere } from '../severity.ts';
import { cutAround, spansOf, type Span } from '../spans.ts';
import type { RuleRun, Target } from './run-rules.ts';

/** A finding before the delivery as a whole gives it its fingerprint. */
export interface RawFinding extends Omit<Finding, 'fingerprint'> {
  /** What the fingerprint is made from: see {@link anchorKey}. */
  readonly anchor: string;
  /** Which of several with the same rule, message and anchor in one file; 0-based. */
  readonly occurrence: number;
  /** Where in the text of the source is what the finding is about, for its surroundings. */
  readonly sourceSpans?: readonly Span[];
}

/** Values in a message are cut at this length; the evidence has more. */
const VALUE_LENGTH = 80;

/** Of the source a label shows so much: it is read in one line. */
const SOURCE_LENGTH = 120;

/** Turns what a rule yielded into a finding: severity, certainty, message, place, evidence, anchor. */
export function makeFinding(problem: Problem, run: RuleRun, model: Model, target: Target, textLength: number): RawFinding {
  const { rule } = run;
  const message = messageOfRule(rule, problem.messageId);
  const data = problem.data ?? {};
  const file = problem.file ?? model.file;
  const { place, anchor, excerpt = '', prefix, suffix } = problem.described ?? model.describe(problem.at);
  const [expected, found] = [problem.expected ?? textIn(data, 'expected'), problem.found ?? textIn(data, 'found')];
  const cut = (text: string): string => shorten(text, textLength);
  const evidence: Evidence = {
    excerpt: cut(excerpt),
    ...(prefix && { prefix: cut(prefix) }),
    ...(suffix && { suffix: cut(suffix) }),
    ...(expected !== undefined && { expected: cut(expected) }),
    ...(found !== undefined && { found: cut(found) }),
    hash: createHash('sha256').update(excerpt).digest('hex').slice(0, 16),
  };
  const related = (problem.related ?? []).map((other) => ({ ...other, spans: spansIn(other, expected, found) }));
  const sourceSpans = related.find(({ source }) => source)?.spans;
  const severity = run.severity ?? rule.severity;
  return {
    rule: rule.id,
    messageId: problem.messageId,
    data,
    severity: message.severity ? leastSevere(severity, message.severity) : severity,
    certainty: message.certainty ? leastCertain(rule.certainty, message.certainty) : rule.certainty,
    message: render(message.text, data),
    file,
    location: problem.at,
    place: file === '.' ? 'the delivery' : place ? `${file} › ${place}` : file,
    evidence,
    ...(related.length > 0 && {
      related: related.map(({ file: other, at, label, source, spans }) => ({
        file: other ?? file,
        location: at,
        label: source ? `${label}: '${oneLine(cutAround(source.text, spans, SOURCE_LENGTH).text)}'` : label,
        ...(source && { is: 'source' as const }),
      })),
    }),
    ...(sourceSpans && sourceSpans.length > 0 && { sourceSpans }),
    origin: 'unknown',
    why: rule.why,
    advice: render(message.advice ?? rule.advice, data),
    ...(problem.fixes && {
      fixes: problem.fixes.map(({ label, safety, edits }) => ({
        label,
        safety,
        edits: edits.map(({ file: other, at, ...rest }) => ({ file: other ?? file, location: at, ...rest })),
      })),
    }),
    inputs: [
      'deliverable',
      ...(rule.needs ?? []),
      ...(rule.asks && !rule.needs?.includes('job') ? (['job'] as const) : []),
    ] satisfies Input[],
    ...(problem.group && { group: problem.group }),
    anchor: JSON.stringify([target.deliverable?.path ?? problem.file ?? target.file, problem.key ?? anchor]),
    occurrence: 0,
  };
}

/** What was expected stands in the source, or else what was found there too: it was copied. */
function spansIn({ source }: RelatedPlace, expected: string | undefined, found: string | undefined): readonly Span[] {
  if (!source) return [];
  if (source.spans) return source.spans;
  const spans = spansOf(expected ?? '', source.text);
  return spans.length > 0 || expected !== undefined ? spans : spansOf(found ?? '', source.text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What makes two findings the same one: rule, message, the deliverable's pattern and the anchor. */
export function anchorKey(finding: Pick<RawFinding, 'rule' | 'messageId' | 'anchor'>): string {
  return JSON.stringify([finding.rule, finding.messageId, finding.anchor]);
}

/** Puts values in for `{{name}}`; a name without a value stays, so that the mistake shows. */
export function render(text: string, data: JsonObject): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = data[name];
    if (value === undefined) return whole;
    const shown =
      typeof value === 'number'
        ? value.toLocaleString('en-US', { maximumFractionDigits: 10 })
        : typeof value === 'string'
          ? value
          : JSON.stringify(value);
    return shorten(shown.replace(/\s+/g, ' '), VALUE_LENGTH);
  });
}

/** Cuts between characters, not inside one, and shows that it was cut. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = length - 1;
  const isInsidePair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isInsidePair ? end - 1 : end)}…`;
}

function textIn(data: JsonObject, key: string): string | undefined {
  const value = data[key];
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}
