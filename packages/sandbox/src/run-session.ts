import { formatLimit, type Json, PreflagError, type RunStatus } from '@preflag/core';
import type { Child, ChildEnd, Message } from '@preflag/supervisor';
import { Deliveries } from './deliveries.ts';
import { type CallResult, type FromWorker, isFileCall, type RunRequest, tooManyCalls } from './frames.ts';
import type { CallOutcome, Gateway, Spent } from './gateway/gateway.ts';
import type { JournalCall } from './journal/journal.ts';
import type { Recorder } from './journal/recorder.ts';
import type { RunLog } from './run-log.ts';
import type { SandboxEvent, SandboxRun } from './run-types.ts';
import type { SandboxLimits } from './sandbox.ts';
import { serveCall } from './serve-call.ts';
import type { Workspace } from './workspace.ts';

export interface SessionOptions {
  readonly code: string;
  readonly args: readonly Json[];
  readonly limits: SandboxLimits;
  readonly seed: RunRequest['seed'];
  readonly isSeeded: boolean;
  /** Which run of the worker it is. */
  readonly run: number;
  readonly workspace: Workspace;
  readonly log: RunLog;
  readonly grants: readonly string[];
  /** Absent when nothing is granted. */
  readonly gateway: Gateway | undefined;
  readonly recorder: Recorder | undefined;
  readonly signal: AbortSignal | undefined;
  readonly emit: (event: SandboxEvent) => void;
}

export type SessionEnd = Pick<SandboxRun, 'status' | 'reason' | 'result' | 'delivered'> & {
  readonly hostCalls: number;
  readonly wallMs: number;
};

type Ending = Pick<SandboxRun, 'status' | 'reason' | 'result'>;
type Call = Message<Extract<FromWorker, { type: 'call' }>>;

/** One run in a worker that nobody else uses meanwhile, from the request to its end. */
export class RunSession {
  readonly #child: Child<FromWorker>;
  readonly #options: SessionOptions;
  readonly #deliveries: Deliveries;
  readonly #said = Promise.withResolvers<Ending>();
  /** Aborts calls that still wait when the run is over. */
  readonly #over = new AbortController();
  /** Whatever the worker says after its end, or after it broke the protocol, is not heard; it may come in the same chunk. */
  #isOver = false;
  #hostCalls = 0;
  /** The number of the last call: they only grow, and there are no more numbers than calls. */
  #lastCall = 0;
  /** Calls of grants that wait for their answer, people's apart. */
  #inFlight = 0;
  readonly #questions = new Map<number, NonNullable<JournalCall['question']>>();
  /** Calls at the time of the last ping: when there are more at its pong, the run still goes on. */
  #callsAtPing = -1;

  constructor(child: Child<FromWorker>, options: SessionOptions) {
    this.#child = child;
    this.#options = options;
    this.#deliveries = new Deliveries(options.workspace);
  }

  async run(): Promise<SessionEnd> {
    const { limits, signal } = this.#options;
    const child = this.#child;
    const abort = (): void => void child.kill('cancelled', 'The caller cancelled the run.');
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) abort();
    child.onMessage((message) => this.#hear(message));
    const began = performance.now();
    this.#request();
    child.deadline(limits.runMs, limits.cpuMs);

    const ending = await Promise.race([this.#said.promise, child.end.then(endingOfChild)]);
    const wallMs = Math.round(performance.now() - began);
    this.#over.abort();
    child.onMessage(() => undefined);
    child.deadline(undefined);
    signal?.removeEventListener('abort', abort);
    return { ...ending, delivered: this.#deliveries.collect(), hostCalls: this.#hostCalls, wallMs };
  }

  #request(): void {
    const { code, args, limits, seed, isSeeded, run, grants, recorder } = this.#options;
    const codeBytes = Buffer.from(code);
    const request: RunRequest = {
      type: 'run',
      run,
      codeBytes: codeBytes.length,
      logBytes: limits.logBytes,
      workspaceBytes: limits.workspaceBytes,
      hostCalls: limits.hostCalls,
      resultBytes: limits.frameBytes,
      seed,
      isSeeded,
      grants,
      ...(recorder && { recorded: recorder.script }),
    };
    this.#child.send(request, Buffer.concat([codeBytes, Buffer.from(JSON.stringify(args))]));
  }

  #hear({ header, body }: Message<FromWorker>): void {
    const { log, recorder, run } = this.#options;
    if (this.#isOver) return;
    if (header.run !== run) return this.#breach('It spoke for another run.');
    switch (header.type) {
      case 'call':
        return this.#call({ header, body });
      case 'end':
        return this.#end(this.#endingOf(header, body));
      case 'step':
        return recorder ? this.#hold(recorder.step(header.step)) : this.#breach('It told of a step in a run without a journal.');
      case 'pong':
        return this.#pauseIfIdle();
      case 'log':
        return log.add(header.lines) ? undefined : this.#breach(TOO_MUCH_LOG);
      default:
        return log.replaceTail(header.lines, header.dropped) ? undefined : this.#breach(TOO_MUCH_LOG);
    }
  }

  #breach(text: string): void {
    this.#end({ status: 'crashed', reason: text });
    void this.#child.kill('protocol', text);
  }

  #end(ending: Ending): void {
    this.#isOver = true;
    this.#said.resolve(ending);
  }

  /** Ends the run when it left its journal, or makes it too long. */
  #hold(difference: string | undefined): void {
    const { recorder, limits } = this.#options;
    if ((recorder?.bytes ?? 0) > limits.journalBytes) {
      this.#end({
        status: 'quota',
        reason: `The journal of the run is longer than ${formatLimit('journalBytes', limits.journalBytes)}.`,
      });
    }
    if (difference !== undefined) this.#end({ status: 'error', reason: `The run differs from its journal. ${difference}` });
  }

  #call({ header, body }: Call): void {
    const { limits, recorder, grants } = this.#options;
    this.#hostCalls += 1;
    if (this.#hostCalls > limits.hostCalls) {
      this.#end({ status: 'quota', reason: tooManyCalls(limits.hostCalls) });
      return;
    }
    if (header.id <= this.#lastCall || header.id > limits.hostCalls) return this.#breach('It numbered its calls wrongly.');
    this.#lastCall = header.id;
    const question = recorder && grants.includes('human') ? questionOf(header.name, body) : undefined;
    this.#hold(recorder?.call(header.id, header.name, header.args.join('\0'), body, question));
    // A call that is not in the journal as it is now must not be made.
    if (this.#isOver) return;
    if (isFileCall(header.name)) this.#serveFile({ header, body });
    else if (question && !recorder?.known(header.id)) this.#ask(header.id, question);
    else void this.#serveGrant({ header, body });
  }

  #serveFile({ header: { id, name, args }, body }: Call): void {
    if (!isFileCall(name)) return;
    const { workspace, log, recorder, emit } = this.#options;
    const { result, body: answer = NO_BYTES } = serveCall(workspace, this.#deliveries, { name, args, body });
    const isRepeated = recorder?.isRepeated(id) ?? false;
    this.#hold(recorder?.fileAnswer(id, JSON.stringify(result), answer));
    if (!result.ok && result.code === 'quota') this.#end({ status: 'quota', reason: result.message });
    if (!result.ok && result.code === 'denied') log.note('warn', `Denied: ${name}. ${result.message}`);
    const [path = '', as = path] = args;
    if (result.ok && name === 'deliver' && !isRepeated) emit({ type: 'delivered', path, as });
    this.#answer(id, result, answer);
  }

  async #serveGrant({ header: { id, name }, body }: Call): Promise<void> {
    const { gateway, log, recorder, emit } = this.#options;
    const known = recorder?.known(id);
    if (known) {
      this.#answerGrant(id, known);
      return;
    }
    const began = performance.now();
    this.#inFlight += 1;
    const outcome: CallOutcome & { readonly spent?: Spent } = gateway
      ? await gateway.call(name, Buffer.from(body).toString(), this.#over.signal)
      : { ok: false, code: 'denied', message: `This run may not use '${name}': it was not granted.` };
    this.#inFlight -= 1;
    const { spent, ...result } = outcome;
    recorder?.answer(id, result, spent);
    this.#hold(undefined);
    // Of a run that is over the answer goes into the journal, since it was paid for, and nowhere else.
    if (this.#over.signal.aborted) return;
    if (!result.ok && result.code === 'denied') log.note('warn', `Denied: ${name}. ${result.message}`);
    const ms = Math.round(performance.now() - began);
    emit({ type: 'call', seq: id, name, ms, ...(!result.ok && { code: result.code }), ...(spent && { spent }) });
    this.#answerGrant(id, result);
    this.#considerPause();
  }

  #ask(seq: number, question: NonNullable<JournalCall['question']>): void {
    this.#questions.set(seq, question);
    this.#options.emit({ type: 'question', question: { ...question, seq } });
    this.#considerPause();
  }

  /** A run is paused when nothing but people's answers can bring it on. The worker tells when it has nothing left to do. */
  #considerPause(): void {
    if (this.#questions.size === 0 || this.#inFlight > 0) return;
    this.#callsAtPing = this.#hostCalls;
    this.#child.send({ type: 'ping', id: this.#hostCalls });
  }

  #pauseIfIdle(): void {
    if (this.#inFlight > 0 || this.#questions.size === 0) return;
    if (this.#callsAtPing !== this.#hostCalls) return this.#considerPause();
    const [first] = this.#questions.values();
    const text = (first?.text ?? '').slice(0, SHOWN_QUESTION);
    const others = this.#questions.size > 1 ? ` and ${this.#questions.size - 1} more` : '';
    this.#end({ status: 'paused', reason: `It waits for a person: ${text}${others}` });
  }

  #answerGrant(id: number, outcome: CallOutcome): void {
    if (outcome.ok) this.#answer(id, { ok: true, body: 'json' }, Buffer.from(JSON.stringify(outcome.value)));
    else this.#answer(id, outcome, NO_BYTES);
  }

  #answer(id: number, result: CallResult, body: Uint8Array): void {
    this.#child.send({ type: 'answer', id, result }, body);
  }

  #endingOf(end: Extract<FromWorker, { type: 'end' }>, body: Uint8Array): Ending {
    const early = end.ok ? this.#options.recorder?.end() : undefined;
    if (early !== undefined) return { status: 'error', reason: `The run differs from its journal. ${early}` };
    if (!end.ok) return { status: STATUS_OF_CODE.get(end.code) ?? 'error', reason: end.message };
    if (!end.hasResult) return { status: 'ok', reason: '' };
    try {
      return { status: 'ok', reason: '', result: JSON.parse(Buffer.from(body).toString()) as Json };
    } catch {
      return { status: 'error', reason: 'The value that the agent returned is not JSON.' };
    }
  }
}

const NO_BYTES = new Uint8Array(0);
const TOO_MUCH_LOG = 'It sent more of a log than it may.';
const SHOWN_QUESTION = 300;

/** Codes of the worker and of refusals that ended the guest's function. All others are errors of the guest. */
const STATUS_OF_CODE: ReadonlyMap<string, RunStatus> = new Map([
  ['denied', 'denied'],
  ['quota', 'quota'],
  ['budget', 'quota'],
  ['output', 'output_limit'],
  ['memory_limit', 'memory_limit'],
]);

/** A well-formed question to a person. Others go to the gateway, which says what is wrong. */
function questionOf(name: string, body: Uint8Array): JournalCall['question'] {
  if (!name.startsWith('human.') || body.length > MAX_QUESTION) return undefined;
  try {
    const args: unknown = JSON.parse(Buffer.from(body).toString());
    if (!Array.isArray(args) || args.length === 0 || args.length > 2 || typeof args[0] !== 'string') return undefined;
    const kind = name === 'human.approve' ? 'approve' : 'ask';
    return { kind, text: args[0], ...(args.length > 1 && { details: args[1] as Json }) };
  } catch {
    return undefined;
  }
}

const MAX_QUESTION = 64 * 1024;

/** @throws {PreflagError} when the parent itself disposed of the worker */
function endingOfChild(end: ChildEnd): Ending {
  switch (end.reason) {
    case 'timeout':
    case 'cpu_limit':
    case 'memory_limit':
    case 'cancelled':
      return { status: end.reason, reason: end.text };
    case 'killed':
      throw new PreflagError('sandbox', 'The sandbox was disposed while a run was going on.');
    default:
      return { status: 'crashed', reason: end.text };
  }
}
