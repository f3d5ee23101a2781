import { PreflagError } from '@preflag/core';
import type { Captured } from './head-tail.ts';

/**
 * How a child ended.
 * - `exited`: by itself, with code 0
 * - `killed`: the parent needed it no more
 * - `timeout`: its deadline passed, or it was not ready in time
 * - `cpu_limit`: it and its descendants used too much CPU time
 * - `memory_limit`: it and its descendants held too much memory, or V8 gave up for want of memory
 * - `protocol`: it sent a frame that does not fit
 * - `crashed`: by itself, with another code or by a signal
 * - `cancelled`: the caller's signal aborted
 */
export const END_REASONS = ['exited', 'killed', 'timeout', 'cpu_limit', 'memory_limit', 'protocol', 'crashed', 'cancelled'] as const;
export type EndReason = (typeof END_REASONS)[number];

export interface ChildEnd {
  readonly reason: EndReason;
  /** One sentence about the reason. */
  readonly text: string;
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last 4 kB of stderr. */
  readonly stderrTail: string;
  readonly stdout: Captured;
  readonly stderr: Captured;
}

/** The end of a child as an error, for callers that cannot go on without it. */
export function endError(end: ChildEnd): PreflagError {
  const lines = end.stderrTail.trim().split('\n');
  const line = lines.find((text) => /^\w*Error\b/.test(text)) ?? lines.at(-1) ?? '';
  const detail = end.reason === 'crashed' && line !== '' ? ` It wrote: ${line}` : '';
  return new PreflagError(CODES[end.reason], end.text + detail);
}

const CODES = {
  exited: 'sandbox',
  killed: 'sandbox',
  timeout: 'limit',
  cpu_limit: 'limit',
  memory_limit: 'limit',
  protocol: 'protocol',
  crashed: 'sandbox',
  cancelled: 'cancelled',
} as const satisfies Record<EndReason, PreflagError['code']>;

/** The name of an end that nobody in the parent brought about. `failure` is why the process could not be started. */
export function nameEnd(
  exitCode: number | null,
  signal: NodeJS.Signals | null,
  stderr: string,
  failure: string,
): Pick<ChildEnd, 'reason' | 'text'> {
  if (failure !== '') return { reason: 'crashed', text: `It could not be started: ${failure}` };
  if (exitCode === 0) return { reason: 'exited', text: 'It ended by itself.' };
  if (/out[- ]of[- ]memory/i.test(stderr)) return { reason: 'memory_limit', text: 'It ran out of memory.' };
  return { reason: 'crashed', text: signal ? `It was ended by ${signal}.` : `It ended with exit code ${exitCode}.` };
}
