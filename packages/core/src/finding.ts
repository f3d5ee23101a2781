import type { JsonObject } from './json.ts';
import type { Location } from './location.ts';
import type { RuleId } from './rule.ts';
import type { Surroundings } from './surroundings.ts';
import type { Certainty, Severity } from './severity.ts';

/** What a rule may look at beside the deliverable itself. */
export const INPUTS = ['deliverable', 'job', 'before', 'source', 'data', 'siblings'] as const;
export type Input = (typeof INPUTS)[number];

/**
 * `introduced` by this attempt; `inherited` from the file before or the template (shown apart, does not gate); or `unknown` without these,
 * and for what a template leaves to be filled in, see `Rule.inherits`.
 */
export type Origin = 'introduced' | 'inherited' | 'unknown';

/** The proof of a finding. Every text has at most 300 characters; `excerpt` stands at the location. */
export interface Evidence {
  readonly excerpt: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly expected?: string;
  readonly found?: string;
  /** The first 16 hex digits of the sha256 of the whole excerpt, before it was cut. */
  readonly hash: string;
}

/** Another place that belongs to a finding: the source segment, the other side of a contradiction, the cause. */
export interface Related {
  readonly file: string;
  readonly location: Location;
  readonly label: string;
  /** Set on the text that a translation was made from. */
  readonly is?: 'source';
}

/**
 * One replacement; applied only where `from` still stands. In text and csv files both are the text as it is read. In cells of a workbook
 * both are what a formula bar shows, see {@link cellText}: `12` is a number, `'12` a text, `=A1` a formula.
 */
export interface Edit {
  readonly file: string;
  readonly location: Location;
  readonly from: string;
  readonly to: string;
  /** What of the cell: `result` is the value that the file holds for its formula. Absent: what was typed in. */
  readonly of?: 'result';
}

/** `safe` may be applied without asking. */
export interface Fix {
  readonly label: string;
  readonly safety: 'safe' | 'ask';
  readonly edits: readonly Edit[];
}

/** One thing wrong, at one place, with evidence. */
export interface Finding {
  readonly rule: RuleId;
  readonly messageId: string;
  /** The values in the message, so that others can render it. */
  readonly data: JsonObject;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** One sentence that a client would understand, naming the thing and the place. */
  readonly message: string;
  /** Path in the delivery, with `/`; `.` for the delivery as a whole. */
  readonly file: string;
  readonly location: Location;
  /** The place in words, beginning with the file. */
  readonly place: string;
  readonly evidence: Evidence;
  readonly related?: readonly Related[];
  /** There where the caller asked for it, for the first findings of a rule in a file: see `surroundings` of the options. */
  readonly surroundings?: Surroundings;
  readonly origin: Origin;
  /** The harm if it is left. */
  readonly why: string;
  /** What to do. */
  readonly advice: string;
  readonly fixes?: readonly Fix[];
  /** What the rule looked at. */
  readonly inputs: readonly Input[];
  /** Identifies the finding across attempts: never from addresses, line numbers, found values or message text. */
  readonly fingerprint: string;
  /** Occurrences of one thing share it; every occurrence is kept. */
  readonly group?: string;
  /** Set when the job, the config or the baseline accepts this finding: it is shown apart and does not gate. */
  readonly ignored?: {
    readonly reason: string;
    readonly from: 'job' | 'config' | 'baseline';
    /** Of an entry of the baseline: who accepted it, when, and the last day that it counts. */
    readonly by?: string;
    readonly at?: string;
    readonly expires?: string;
  };
}
