import { isDeepStrictEqual } from 'node:util';
import type { CallOutcome, Spent } from '../gateway/gateway.ts';
import type { Step } from '../frames.ts';
import { hashOf, type Journal, type JournalCall } from './journal.ts';

/** Keeps the journal of a run, and holds it against the journal that it repeats. */
export class Recorder {
  readonly #before: Journal;
  /** By number; a number may be missing, since a call that is too long to be sent never leaves the worker. */
  readonly #known: ReadonlyMap<number, JournalCall>;
  readonly #calls = new Map<number, JournalCall>();
  readonly #steps: Step[] = [];
  readonly #began = performance.now();
  readonly #now: () => number;
  #bytes = 0;

  /** @param before without calls and steps for a new run */
  constructor(before: Journal) {
    this.#before = before;
    this.#known = new Map(before.calls.map((call) => [call.seq, call]));
    const last = before.steps.at(-1)?.[2] ?? 0;
    this.#now = () => last + Math.round(performance.now() - this.#began);
  }

  /** What the worker needs to repeat the run. */
  get script(): { readonly start: number; readonly script: readonly Step[] } {
    return { start: this.#before.start, script: this.#before.steps };
  }

  /** What the journal holds, roughly: what a run can make the host keep. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @returns what the run did otherwise than its journal; `undefined` when it keeps to it */
  call(seq: number, name: string, args: string, body: Uint8Array, question?: JournalCall['question']): string | undefined {
    const hash = hashOf(name, args, body);
    this.#bytes += CALL_BYTES + (question ? body.length : 0);
    const before = this.#known.get(seq);
    if (before && before.name !== name) return `Call ${seq} is ${name}; in the journal it is ${before.name}.`;
    if (before && before.args !== hash) return `Call ${seq}, ${name}, has other arguments than in the journal.`;
    this.#calls.set(seq, before ?? { seq, name, args: hash, at: this.#now(), ...(question && { question }) });
    return undefined;
  }

  /** True for a call that the journal has. */
  isRepeated(seq: number): boolean {
    return this.#known.get(seq)?.result !== undefined;
  }

  /** The answer that the journal knows. */
  known(seq: number): CallOutcome | undefined {
    const result = this.#known.get(seq)?.result;
    return result && 'ok' in result ? result : undefined;
  }

  answer(seq: number, result: CallOutcome, spent?: Spent): void {
    this.#bytes += Buffer.byteLength(JSON.stringify(result));
    const call = this.#calls.get(seq);
    if (call && !call.result) this.#calls.set(seq, { ...call, result, ms: this.#now() - call.at, ...(spent && { spent }) });
  }

  /** Of a call about files, which is done anew. @returns in what it differs from the journal */
  fileAnswer(seq: number, answer: string, body: Uint8Array): string | undefined {
    const sha256 = hashOf(answer, body);
    const call = this.#calls.get(seq);
    if (!call) return undefined;
    if (call.result && 'sha256' in call.result && call.result.sha256 !== sha256) {
      return `Call ${seq}, ${call.name}, has another answer than in the journal.`;
    }
    if (!call.result) this.#calls.set(seq, { ...call, result: { sha256 }, ms: this.#now() - call.at });
    return undefined;
  }

  /** @returns in what it differs from the journal */
  step(step: Step): string | undefined {
    const before = this.#before.steps[this.#steps.length];
    this.#bytes += STEP_BYTES;
    this.#steps.push(step);
    return before && !isDeepStrictEqual(before, step) ? `${describe(step)} came where the journal has ${describe(before)}.` : undefined;
  }

  /** @returns what of the journal the run has not come to, when it ended by itself */
  end(): string | undefined {
    const next = this.#before.steps[this.#steps.length];
    return next && `It ended before ${describe(next)}.`;
  }

  get journal(): Journal {
    const calls = [...new Map([...this.#known, ...this.#calls]).values()].toSorted((a, b) => a.seq - b.seq);
    const steps = this.#steps.length < this.#before.steps.length ? this.#before.steps : this.#steps;
    return { ...this.#before, calls, steps: [...steps] };
  }
}

const CALL_BYTES = 256;
const STEP_BYTES = 64;

function describe([kind, id]: Step): string {
  if (kind === 'start') return 'the start';
  return kind === 'answer' ? `the answer to call ${id}` : `timer ${id}`;
}
