import { type Json, PreflagError, type RunStatus } from '@preflag/core';
import type { Child, ChildEnd, Message } from '@preflag/supervisor';
import { type FromWorker, type RunRequest, tooManyCalls } from './frames.ts';
import { RunLog } from './run-log.ts';
import type { SandboxLimits, SandboxRun, SandboxRunOptions } from './sandbox.ts';
import { serveCall } from './serve-call.ts';
import type { Workspace } from './workspace.ts';

export interface ChildRunOptions extends Omit<SandboxRunOptions, 'limits' | 'seed'> {
  readonly limits: SandboxLimits;
  readonly seed: RunRequest['seed'];
  readonly isSeeded: boolean;
  /** Which run of the worker it is. */
  readonly run: number;
}

type Ending = Pick<SandboxRun, 'status' | 'reason' | 'result'>;

/** One run in a worker that nobody else uses meanwhile, from the request to its end. */
export async function runInChild(child: Child<FromWorker>, workspace: Workspace, options: ChildRunOptions): Promise<SandboxRun> {
  const { limits, signal } = options;
  const log = new RunLog(limits.logBytes, options.onLog);
  const began = performance.now();
  let hostCalls = 0;
  const said = Promise.withResolvers<Ending>();
  const abort = (): void => void child.kill('cancelled', 'The caller cancelled the run.');
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();

  const call = ({ header, body }: Message<Extract<FromWorker, { type: 'call' }>>): void => {
    hostCalls += 1;
    if (hostCalls > limits.hostCalls) {
      said.resolve({ status: 'quota', reason: tooManyCalls(limits.hostCalls) });
      return;
    }
    const { result, body: answer } = serveCall(workspace, header.name, header.args, body);
    if (!result.ok && result.code === 'quota') said.resolve({ status: 'quota', reason: result.message });
    if (!result.ok && result.code === 'denied') log.note('warn', `Denied: ${header.name}. ${result.message}`);
    child.send({ type: 'answer', id: header.id, result }, answer);
  };
  child.onMessage(({ header, body }) => {
    if (header.run !== options.run) void child.kill('protocol', 'It spoke for another run.');
    else if (header.type === 'call') call({ header, body });
    else if (header.type === 'end') said.resolve(endingOf(header, body));
    else if (!(header.type === 'log' ? log.add(header.lines) : log.replaceTail(header.lines, header.dropped))) {
      void child.kill('protocol', 'It sent more of a log than it may.');
    }
  });
  sendRun(child, options);
  child.deadline(limits.runMs, limits.cpuMs);

  const ending = await Promise.race([said.promise, child.end.then(endingOfChild)]);
  child.onMessage(() => undefined);
  child.deadline(undefined);
  signal?.removeEventListener('abort', abort);
  const usage = { wallMs: Math.round(performance.now() - began), hostCalls };
  return { ...ending, delivered: workspace.collect(), ...log.end(), usage };
}

function sendRun(child: Child<FromWorker>, { code, task, limits, seed, isSeeded, run }: ChildRunOptions): void {
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
  };
  child.send(request, Buffer.concat([codeBytes, Buffer.from(JSON.stringify(task))]));
}

function endingOf(end: Extract<FromWorker, { type: 'end' }>, body: Uint8Array): Ending {
  if (!end.ok) return { status: STATUS_OF_CODE[end.code] ?? 'error', reason: end.message };
  if (!end.hasResult) return { status: 'ok', reason: '' };
  try {
    return { status: 'ok', reason: '', result: JSON.parse(Buffer.from(body).toString()) as Json };
  } catch {
    return { status: 'error', reason: 'The value that the agent returned is not JSON.' };
  }
}

/** Codes of the worker and of refusals that ended the guest's function. All others are errors of the guest. */
const STATUS_OF_CODE: Readonly<Record<string, RunStatus>> = {
  denied: 'denied',
  quota: 'quota',
  output: 'output_limit',
  memory_limit: 'memory_limit',
};

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
