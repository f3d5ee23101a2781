import { type ChatTool, DEFAULT_LIMITS, type Json, messageOf, PreflagError } from '@preflag/core';
import { problemsOf, requireTools, type Tool, ToolError } from '@preflag/sandbox';
import type { ToolCall } from '../model/tool-calls.ts';
import { cut } from './show.ts';

/** Characters of an answer; what is longer is cut in its middle. */
const MAX_ANSWER = 50_000;

export interface Toolbox {
  /** What the model is told of them. */
  readonly tools: readonly ChatTool[];
  /**
   * What is wrong with a call is told to the model, so that it can do better.
   *
   * @throws {PreflagError} `sandbox` when code cannot be run at all
   */
  call(call: ToolCall, context: CallContext): Promise<ToolAnswer>;
}

interface CallContext {
  readonly signal: AbortSignal;
  /** The model's message was ended by its longest length. */
  readonly isCutOff: boolean;
}

interface ToolAnswer {
  readonly text: string;
  /** Why it could not be done. It may say more than the model is told. */
  readonly refusal?: string;
}

/** @throws {PreflagError} `usage` when the parameters of a tool are no JSON Schema */
export function createToolbox(tools: readonly Tool[]): Toolbox {
  requireTools(tools);
  const known = new Map(tools.map((tool) => [tool.name, tool]));
  return {
    tools: tools.map(({ name, description, parameters }) => ({ name, description, parameters })),
    async call({ name, arguments: text }, { signal, isCutOff }) {
      const found = known.get(name);
      if (!found) return refuse(`There is no tool '${cut(name, 100)}'. There are: ${[...known.keys()].join(', ')}.`);
      const parsed = parseArguments(text, name, isCutOff);
      if (typeof parsed === 'string') return refuse(parsed);
      const problems = problemsOf(found.parameters, parsed);
      if (problems !== undefined) return refuse(`The arguments of ${name} are wrong: ${problems}.`);
      return runTool(found, parsed, signal);
    },
  };
}

async function runTool(tool: Tool, given: Readonly<Record<string, Json>>, run: AbortSignal): Promise<ToolAnswer> {
  using deadline = startDeadline(DEFAULT_LIMITS.callMs);
  const signal = AbortSignal.any([run, deadline.signal]);
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener(
      'abort',
      () => reject(new ToolError(run.aborted ? 'The run is over.' : `It took longer than ${DEFAULT_LIMITS.callMs / 1000} s.`)),
      {
        once: true,
      },
    );
  });
  stopped.catch(() => undefined);
  try {
    const value = await Promise.race([(async () => tool.run(given, { signal }))(), stopped]);
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'Done.');
    return { text: cut(text, MAX_ANSWER) };
  } catch (error) {
    if (PreflagError.isInstance(error) && error.code === 'sandbox' && !run.aborted) throw error;
    const refusal = `${tool.name} failed: ${messageOf(error)}`;
    // Of other errors than these the message may name places of this machine.
    return refuse(error instanceof ToolError ? refusal : `${tool.name} failed.`, refusal);
  }
}

function startDeadline(ms: number): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}

function refuse(text: string, refusal: string = text): ToolAnswer {
  return { text: cut(text, MAX_ANSWER), refusal };
}

/** The object, or what is wrong. Nothing at all stands for an object without members: some models send that. */
function parseArguments(text: string, name: string, isCutOff: boolean): Readonly<Record<string, Json>> | string {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = isCutOff ? 'your answer reached its longest length before they ended; send less at a time' : messageOf(error);
    return `The arguments of ${name} are no JSON: ${why}.`;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, Json>>;
  return `The arguments of ${name} must be one JSON object.`;
}
