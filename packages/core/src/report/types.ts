import type { Manifest } from '../delivery.ts';
import type { Finding } from '../finding.ts';
import type { Criterion, Gate } from '../job/types.ts';
import type { Json } from '../json.ts';
import type { NotCheckedCode, RuleId } from '../rule.ts';
import type { Certainty, Severity } from '../severity.ts';

/** What happened to one rule on one file. */
export interface Check {
  readonly rule: RuleId;
  /** `.` for rules on the delivery as a whole. */
  readonly file: string;
  readonly outcome: 'passed' | 'failed' | 'not-checked' | 'error';
  /** Why it was not checked (whole, or in part for `failed`), or what went wrong. */
  readonly reason?: { readonly code: NotCheckedCode | 'crash' | 'timeout' | 'memory' | 'limit' | 'interrupted'; readonly text: string };
  /** What it looked at: `{ rows: 398 }`. */
  readonly looked?: Readonly<Record<string, number>>;
  readonly durationMs: number;
  /** Set when the rule ran in the caller's process and not in a check worker: it could not have been killed. */
  readonly isolated?: false;
  /** Set when the outcome is that of an earlier call on the same bytes with the same rules and settings. */
  readonly cached?: true;
}

/** One thing that the job asks for, and what became of it. */
export interface Asked {
  /** The path of the deliverable in the job; `.` for criteria of the rubric. */
  readonly deliverable: string;
  /** The key in the job (`sections.words`), `file` for the file itself, or `criterion`. */
  readonly demand: string;
  /** The id of a criterion, and its level. */
  readonly criterion?: string;
  readonly level?: Criterion['level'];
  /** What is asked, in one line. */
  readonly text: string;
  /** The client's words behind it. */
  readonly asked?: string;
  /** `proved`: every rule that looks at it passed. `failed`: a certain finding says so. `open`: a person has to look. */
  readonly state: 'proved' | 'failed' | 'open';
  /** Why it is open. */
  readonly reason?: string;
  /** The rules that look at it. */
  readonly rules: readonly RuleId[];
}

/** What the caller should know beside findings and checks: what was left out by a setting, or has no effect any more. */
export interface Notice {
  readonly code: NoticeCode;
  /** One sentence: what it is and what to do. */
  readonly text: string;
}

export const NOTICE_CODES = ['rules-off', 'rules-selected', 'stale-ignore', 'stale-setting', 'stale-baseline', 'expired-baseline'] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export type Verdict = 'pass' | 'fail' | 'incomplete';

export interface ReportSummary {
  /** Open findings: neither ignored nor inherited. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly certainty: Readonly<Record<Certainty, number>>;
  readonly checks: { readonly passed: number; readonly failed: number; readonly notChecked: number; readonly errored: number };
  readonly files: number;
  readonly bytes: number;
  readonly durationMs: number;
}

/** The result of checking one delivery. */
export interface Report {
  readonly job: string | null;
  readonly title?: string;
  /** What the client asked, in their words; at most 20,000 characters. */
  readonly brief?: string;
  /** The delivered folder, as it was named by the caller. */
  readonly root: string;
  /** Set when the check workers ran in bubblewrap, without network and other files; else they ran at the level `standard`. */
  readonly sandbox?: 'strict';
  readonly verdict: Verdict;
  /** Why the verdict is what it is, in one sentence. */
  readonly reason: string;
  /** The gate that was applied. */
  readonly gate: Gate;
  readonly summary: ReportSummary;
  readonly manifest: Manifest;
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
  /** With a job: each thing that it asks for. */
  readonly asked?: readonly Asked[];
  readonly notices?: readonly Notice[];
  /** The rules that found something, by their ids. Absent in older reports. */
  readonly rules?: Readonly<Record<RuleId, RuleText>>;
  /** What checkers tell of files beside findings, by name: `update` is the difference to the file before. */
  readonly facts?: Readonly<Record<string, readonly FileFact[]>>;
}

/** What a rule that found something says of itself: enough to list it, and to render its messages again from other values. */
export interface RuleText {
  readonly title: string;
  /** The rule's own, before the job and its messages lower them. */
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** The texts of the messages that the findings have, by their ids, with `{{name}}` where values go. */
  readonly messages: Readonly<Record<string, { readonly text: string; readonly advice: string }>>;
}

/** A fact of one file, as JSON. */
export interface FileFact {
  readonly file: string;
  readonly value: Json;
}

/** What `--format json` prints. */
export interface ReportFile {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'preflag'; readonly version: string };
  readonly summary: {
    readonly deliveries: number;
    readonly verdicts: Readonly<Record<Verdict, number>>;
    /** Set when the call was interrupted: deliveries that were to be checked and have no report here. */
    readonly unchecked?: number;
  };
  readonly reports: readonly Report[];
}

/** A line of what `--format jsonl` prints. */
export type ReportLine =
  | ({
      readonly type: 'delivery';
      readonly schemaVersion: 1;
      readonly tool: ReportFile['tool'];
      /** Its index among the deliveries, which its findings and checks name. */
      readonly delivery: number;
    } & Omit<Report, 'findings' | 'checks'>)
  | ({ readonly type: 'finding'; readonly delivery: number } & Finding)
  | ({ readonly type: 'check'; readonly delivery: number } & Check)
  | {
      readonly type: 'end';
      readonly deliveries: number;
      readonly verdict: Verdict;
      /** Deliveries that have no lines, because the call was interrupted. */
      readonly unchecked?: number;
    };
