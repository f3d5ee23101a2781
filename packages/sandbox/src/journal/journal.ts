import { createHash } from 'node:crypto';
import type { Json } from '@preflag/core';
import type { CallOutcome, Spent } from '../gateway/gateway.ts';
import type { HumanQuestion } from '../gateway/grants.ts';
import type { Step } from '../frames.ts';

/** All that came into a run from outside, in order: enough to repeat it exactly, or to go on where it stopped. Plain JSON. */
export interface Journal {
  readonly version: 1;
  /** sha256 of the code, its arguments and its files: a journal repeats only the run that it is of. */
  readonly program: string;
  /** Of the run's random numbers. */
  readonly seed: string;
  /** The run's clock at its start, in ms since 1970. The clock of a run with a journal moves when something comes in. */
  readonly start: number;
  /** The calls by number, from 1. */
  readonly calls: readonly JournalCall[];
  /** What came in and when, in ms from the start: answers to calls, and timers. */
  readonly steps: readonly Step[];
}

export interface JournalCall {
  readonly seq: number;
  readonly name: string;
  /** sha256 of the arguments. */
  readonly args: string;
  /** In ms from the start. */
  readonly at: number;
  /** Absent when the run ended before the answer. */
  readonly result?: JournalResult;
  /** Until the answer. */
  readonly ms?: number;
  readonly spent?: Spent;
  /** What a person was asked, when they were. */
  readonly question?: HumanQuestion & { readonly kind: 'ask' | 'approve' };
}

/** Calls about files are done again when a run is repeated; of their answers only the hash is kept. */
export type JournalResult = CallOutcome | { readonly sha256: string };

/** A question that a run waits for. */
export interface Question extends HumanQuestion {
  /** The number of the call. */
  readonly seq: number;
  readonly kind: 'ask' | 'approve';
}

/** What nobody has answered yet. */
export function questionsOf(journal: Journal): readonly Question[] {
  return journal.calls.flatMap(({ seq, question, result }) => (question && !result ? [{ ...question, seq }] : []));
}

/**
 * The journal with the answer of a person in it: run the same program with it, and it goes on from there. To `ask` the
 * answer is a text, to `approve` an object `{ approved, reason? }`.
 *
 * @throws {RangeError} when there is no such question, or it has its answer
 */
export function answerQuestion(journal: Journal, seq: number, value: Json): Journal {
  if (!questionsOf(journal).some((question) => question.seq === seq)) throw new RangeError(`No question ${seq} waits for an answer.`);
  return {
    ...journal,
    calls: journal.calls.map((call) => (call.seq === seq ? { ...call, result: { ok: true, value } } : call)),
  };
}

/** The hash by which a journal knows its program. */
export function programOf(code: string, args: readonly Json[], files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256').update(JSON.stringify([code, args]));
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(JSON.stringify([path, bytes.length])).update(bytes);
  }
  return hash.digest('hex');
}

export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
