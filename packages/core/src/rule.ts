import { PreflagError } from './errors.ts';
import type { Fact, FactReader } from './fact.ts';
import type { Edit, Fix, Input } from './finding.ts';
import type { Demand } from './job/demands.ts';
import type { Deliverable, Job } from './job/types.ts';
import type { JsonObject, JsonSchema } from './json.ts';
import type { Location, PlaceDescription } from './location.ts';
import type { Model, ModelOf, Reads } from './model.ts';
import type { Certainty, Severity } from './severity.ts';
import type { Span } from './spans.ts';

export type RuleId = `${string}/${string}`;

/** One failure mode: data about it, and the function that finds it. */
export interface Rule<R extends Reads = Reads, O = unknown, A = unknown> {
  /** `cluster/name-of-the-failure`. */
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly reads: R | readonly R[];
  /** Inputs without which the rule is not checked. */
  readonly needs?: readonly Exclude<Input, 'deliverable'>[];
  readonly facts?: readonly Fact[];
  /** The harm if a finding is left, in one sentence. */
  readonly why: string;
  /** What to do about a finding, in one sentence. */
  readonly advice: string;
  /** JSON Schema of the options; its defaults are filled in. */
  readonly options?: JsonSchema;
  /**
   * False for what a template leaves to be filled in: where that stands in the deliverable as it stood in the template, it is still a
   * finding. What a file before an update had is inherited all the same. Default true.
   */
  readonly inherits?: boolean;
  /** BCP 47 languages that the rule knows; without it, all. */
  readonly languages?: readonly string[];
  readonly messages: Readonly<Record<string, string | Message>>;
  /** The keys of the job file that the rule checks. What a job demands and no rule names is reported as not checked. */
  readonly demands?: readonly Demand[];
  /** The expectation that the rule checks; `undefined` means that the job did not ask, and the rule is not run. */
  asks?(deliverable: Deliverable, job: Job): A | undefined;
  check(context: RuleContext<R, O, A>): Iterable<Problem>;
}

/** A message may be less severe and less certain than its rule, never more. */
export interface Message {
  /** Values are put in for `{{name}}`. */
  readonly text: string;
  readonly severity?: Severity;
  readonly certainty?: Certainty;
  readonly advice?: string;
}

export interface RuleContext<R extends Reads = Reads, O = unknown, A = unknown> {
  readonly model: ModelOf<R>;
  readonly facts: FactReader;
  readonly options: O;
  readonly job: Job | null;
  readonly deliverable: Deliverable | null;
  /** What `asks` returned; rules without `asks` must not use it. */
  readonly asked: A;
  /** The files that the job names beside this one, by those names, for rules that need `data`; empty for others. */
  readonly data: ReadonlyMap<string, DataFile>;
  /** Counts what the rule looked at: `looked({ rows: 398 })`. A rule that looked at nothing is not passed. */
  readonly looked: (what: Readonly<Record<string, number>>) => void;
  /** Says that the rule, or a part of it, could not be checked. The first reason counts where nothing was found. */
  readonly notChecked: (code: NotCheckedCode, text: string) => void;
  /** Says that the job contradicts its own files, which only reading shows. `pointer` is relative to the deliverable. The check ends with exit code 2. */
  readonly jobError: (pointer: string, text: string) => void;
}

/** Another file that a rule compares with: its model and the rule's facts on it, or why it could not be read. */
export type DataFile = { readonly model: Model; readonly facts: FactReader } | { readonly unread: string };

/** What a rule yields: where, and which message. The engine makes the finding. */
export interface Problem {
  readonly messageId: string;
  readonly data?: JsonObject;
  readonly at: Location;
  /** The file, where it is not the model's own (rules on a whole delivery). */
  readonly file?: string;
  /** What stands there, where the rule reads facts of other files than the model's own: their `describe` said it. */
  readonly described?: PlaceDescription;
  /** What was found and what was expected, for the evidence; taken from `data` when it has values of these names. */
  readonly found?: string;
  readonly expected?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly ProposedFix[];
  /** The rule's own key, in place of the place's anchor: a column's name, a section's title. */
  readonly key?: string;
  readonly group?: string;
}

/** Another place that belongs to a problem; of the model's own file where it names none. */
export interface RelatedPlace {
  readonly file?: string;
  readonly at: Location;
  readonly label: string;
  /**
   * Of the text that a translation was made from: all of it, and where in it is what the problem is about; without `spans`, where
   * `expected` or else `found` stands in it. The label gets that part of it, in quotation marks.
   */
  readonly source?: { readonly text: string; readonly spans?: readonly Span[] };
}

/** A fix as a rule proposes it; of the model's own file where an edit names none. */
export interface ProposedFix {
  /** What it does, in words that follow `preflag will`: `store 12 as a number`. */
  readonly label: string;
  /** `safe` where the meaning cannot change. */
  readonly safety: Fix['safety'];
  readonly edits: readonly (Omit<Edit, 'file' | 'location'> & { readonly file?: string; readonly at: Location })[];
}

/** Why something was not checked. */
export const NOT_CHECKED_CODES = [
  'no-job',
  'not-asked',
  'no-before',
  'no-source',
  'no-data',
  'partial',
  'language',
  'format',
  'unreadable',
  'limit',
  'nothing-to-check',
  'needs-person',
] as const;
export type NotCheckedCode = (typeof NOT_CHECKED_CODES)[number];

/** Declares a rule, and refuses one that could never be reported well. */
export function defineRule<const R extends Reads, O = unknown, A = unknown>(rule: Rule<R, O, A>): Rule<R, O, A> {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(rule.id)) {
    throw new PreflagError('rule', `The rule id '${rule.id}' is not of the form cluster/name in lower-case words joined by hyphens.`);
  }
  if (Object.keys(rule.messages).length === 0) throw new PreflagError('rule', `The rule ${rule.id} has no messages.`);
  return rule;
}

/** A message with its defaults. */
export function messageOfRule(rule: Rule, messageId: string): Message {
  const message = rule.messages[messageId];
  if (message === undefined)
    throw new PreflagError('rule', `The rule ${rule.id} has no message '${messageId}'; it has: ${Object.keys(rule.messages).join(', ')}.`);
  return typeof message === 'string' ? { text: message } : message;
}
