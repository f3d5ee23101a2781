import type {
  Check,
  ContentType,
  Deliverable,
  Demand,
  DeliveryModel,
  FileFailure,
  Job,
  Json,
  JobProblemAt,
  Limits,
  Manifest,
  Phase,
  RawFinding,
  RuleText,
  Selection,
  SkippedEntry,
} from '@preflag/core';
import type { PlannedEdit } from '@preflag/fixes';
import type { FileSource } from '@preflag/readers';
import type { FileTraits } from '../infer/file-traits.ts';
import type { CheckerModule } from './builtin-checkers.ts';

/** What the parent asks of a check worker; one at a time. The answers bear its number. */
export type Request = (CollectRequest | FileRequest | DeliveryRequest | CopyRequest | ProveRequest | DescribeRequest) & {
  readonly id: number;
};

interface CollectRequest {
  readonly type: 'collect';
  readonly root: string;
  readonly only?: readonly string[];
  readonly limits: Limits;
}

/** What every request for checks has. */
interface ChecksRequest {
  readonly checkers: readonly CheckerModule[];
  readonly selection: Selection;
  readonly job: Job | null;
  readonly limits: Limits;
  /** Rules that have their outcome already. */
  readonly done: readonly string[];
  /** Facts that ended a worker before, with the reason. */
  readonly banned: readonly (readonly [fact: string, reason: string])[];
  /** Findings are to carry what stands around their places. */
  readonly surroundings?: boolean;
  /** Walk the model once per fact, to find the one that does not end. */
  readonly walkApart: boolean;
}

export interface FileRequest extends ChecksRequest {
  readonly type: 'file';
  readonly file: FileSource;
  readonly contentType: ContentType;
  readonly deliverable: Deliverable | null;
  readonly before?: FileSource;
  readonly template?: FileSource;
  readonly source?: FileSource;
  readonly data: readonly FileSource[];
  readonly isPartial: boolean;
  readonly encoding?: string;
}

export interface DeliveryRequest extends ChecksRequest {
  readonly type: 'delivery';
  readonly delivery: Omit<DeliveryModel, 'kind' | 'file' | 'describe'>;
  readonly portable: readonly { readonly path: string; readonly facts: Readonly<Record<string, unknown>> }[];
}

/** Asks for a corrected copy of a file: its bytes come in pieces, then what became of the edits. */
export interface CopyRequest {
  readonly type: 'copy';
  readonly file: FileSource;
  readonly contentType: ContentType;
  readonly edits: readonly PlannedEdit[];
  readonly limits: Limits;
}

/** Asks whether a copy is the original with the edits and nothing else. */
export interface ProveRequest {
  readonly type: 'prove';
  readonly original: FileSource;
  readonly copy: FileSource;
  readonly contentType: ContentType;
  readonly edits: readonly PlannedEdit[];
  readonly limits: Limits;
}

/** Asks what a file is like, in the terms of what a job can ask of one. */
export interface DescribeRequest {
  readonly type: 'describe';
  readonly file: FileSource;
  readonly contentType: ContentType;
  readonly limits: Limits;
}

/** What of the job rules check: by demand their ids. */
export type DemandedRules = Readonly<Partial<Record<Demand, readonly string[]>>>;

/** A frame from a check worker. */
export type Response = Answer & { readonly id: number };

/** What a check worker sends while it works on a request; `done` or `refused` is the last. */
export type Answer =
  | { readonly type: 'collected'; readonly manifest: Manifest; readonly skipped: readonly SkippedEntry[] }
  | { readonly type: 'plan'; readonly rules: readonly string[]; readonly demands: DemandedRules }
  | { readonly type: 'read'; readonly failures: readonly FileFailure[] }
  | { readonly type: 'phase'; readonly phase: Phase }
  | {
      readonly type: 'result';
      readonly check: Check;
      readonly findings: readonly RawFinding[];
      readonly jobErrors: readonly JobProblemAt[];
      readonly rule?: RuleText;
    }
  | {
      readonly type: 'portable';
      /** For rules over all files, by the id of the fact. */
      readonly facts: Readonly<Record<string, unknown>>;
      /** For the report, by its name there. */
      readonly reported: Readonly<Record<string, Json>>;
    }
  /** A piece of a copy, which is the frame's body. */
  | { readonly type: 'bytes' }
  | {
      readonly type: 'copied';
      readonly applied: readonly PlannedEdit[];
      readonly left: readonly { readonly edit: PlannedEdit; readonly reason: string }[];
    }
  | { readonly type: 'proved'; readonly difference?: string }
  | { readonly type: 'described'; readonly traits: FileTraits }
  | { readonly type: 'refused'; readonly code: 'usage' | 'rule'; readonly text: string }
  | { readonly type: 'done' };

/** What each type of response must have besides its type. */
const SHAPES: Readonly<Record<Answer['type'], (header: Readonly<Record<string, unknown>>) => boolean>> = {
  collected: ({ manifest, skipped }) => Array.isArray(manifest) && Array.isArray(skipped),
  plan: ({ rules, demands }) => isTexts(rules) && isRecord(demands) && Object.values(demands).every(isTexts),
  read: ({ failures }) => Array.isArray(failures),
  phase: ({ phase }) => isRecord(phase) && ['walk', 'fact', 'rule'].includes(String(phase['kind'])) && isTexts(phase['ids']),
  result: ({ check, findings, jobErrors, rule }) =>
    isRecord(check) &&
    typeof check['rule'] === 'string' &&
    typeof check['outcome'] === 'string' &&
    Array.isArray(findings) &&
    Array.isArray(jobErrors) &&
    (rule === undefined || isRecord(rule)),
  portable: ({ facts, reported }) => isRecord(facts) && isRecord(reported),
  bytes: () => true,
  copied: ({ applied, left }) => Array.isArray(applied) && Array.isArray(left),
  proved: ({ difference }) => difference === undefined || typeof difference === 'string',
  described: ({ traits }) => isRecord(traits) && ['document', 'tables', 'other', 'unread'].includes(String(traits['kind'])),
  refused: ({ code, text }) => (code === 'usage' || code === 'rule') && typeof text === 'string',
  done: () => true,
};

/** The schema of the frames from a check worker, by hand: a worker that was taken over may send anything. */
export function isResponse(header: unknown): header is Response {
  if (!isRecord(header) || typeof header['type'] !== 'string' || !Object.hasOwn(SHAPES, header['type'])) return false;
  return typeof header['id'] === 'number' && SHAPES[header['type'] as Answer['type']](header);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
