import { type AgentOptions, type AgentResult, type AgentTask, type LogLine, messageOf, PreflagError } from '@preflag/core';
import { previousFiles } from '../previous-files.ts';
import { builtInTools } from './built-in-tools.ts';
import { converse, type Ending } from './converse.ts';
import { LoopFiles } from './loop-files.ts';
import type { LoopSetup } from './loop-agent.ts';
import { openingMessages } from './prompt.ts';
import { oneLine } from './show.ts';
import { createToolbox } from './toolbox.ts';

const MAX_LOG_CHARACTERS = 400;

/** One attempt of a loop agent. */
export async function runLoop(setup: LoopSetup, task: AgentTask, options: AgentOptions): Promise<AgentResult> {
  const { model, system, tools, budget, timeoutMs, limits, sandbox } = setup;
  const began = performance.now();
  const log: LogLine[] = [];
  let isOver = false;
  const note = (level: LogLine['level'], text: string): void => {
    if (isOver) return;
    const line = { level, text: oneLine(text, MAX_LOG_CHARACTERS) };
    log.push(line);
    options.onLog?.(line);
  };
  const files = new LoopFiles({ ...task.inputs, ...previousFiles(task) }, limits);
  const toolbox = createToolbox([...builtInTools({ files, sandbox, limits }), ...tools]);
  using clock = startClock(timeoutMs, options.signal);
  const spent = { tokens: 0, cost: 0, calls: 0 };
  const ending = await endOf(
    converse({
      model,
      toolbox,
      budget,
      spent,
      note,
      signal: clock.signal,
      messages: openingMessages(task, system),
      hasDelivered: () => files.hasDelivered,
    }),
    clock,
  );
  isOver = true;
  const delivered = files.collect();
  const isEmpty = ending.status === 'ok' && Object.keys(delivered).length === 0;
  return {
    status: isEmpty ? 'error' : ending.status,
    reason: isEmpty ? 'The model ended without delivering a file.' : ending.reason,
    files: delivered,
    ...(ending.message !== undefined && { message: ending.message }),
    log,
    usage: { wallMs: Math.round(performance.now() - began), hostCalls: spent.calls, modelTokens: spent.tokens, cost: spent.cost },
  };
}

interface Clock extends Disposable {
  readonly signal: AbortSignal;
  /** Set when the run was ended from outside. */
  readonly stop: () => Ending | undefined;
}

function startClock(timeoutMs: number, caller: AbortSignal | undefined): Clock {
  const time = new AbortController();
  const timer = setTimeout(() => time.abort(), timeoutMs);
  const signal = caller ? AbortSignal.any([caller, time.signal]) : time.signal;
  return {
    signal,
    stop: () => {
      if (caller?.aborted) return { status: 'cancelled', reason: 'The caller cancelled the run.' };
      return time.signal.aborted ? { status: 'timeout', reason: `It took longer than ${timeoutMs / 1000} s.` } : undefined;
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}

/** A model or a tool may take its time to notice that the run is over: nobody waits for it. */
async function endOf(conversation: Promise<Ending>, clock: Clock): Promise<Ending> {
  const aborted = new Promise<undefined>((resolve) => {
    if (clock.signal.aborted) resolve(undefined);
    clock.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  conversation.catch(() => undefined);
  try {
    const ending = await Promise.race([conversation, aborted]);
    const stopped = clock.stop();
    return stopped ?? ending ?? { status: 'cancelled', reason: 'The run was cancelled.' };
  } catch (error) {
    const stopped = clock.stop();
    if (stopped) return stopped;
    throw PreflagError.isInstance(error) ? error : new PreflagError('model', `The model failed: ${messageOf(error)}`, { cause: error });
  }
}
