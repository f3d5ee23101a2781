import type { Json, JsonObject } from '@preflag/core';
import type { CallOutcome } from './gateway.ts';
import { type Tool, ToolError } from './grants.ts';
import { problemsOf } from './validate.ts';

/** Calls a tool by name. Arguments that do not fit its schema never reach it. */
export async function callTool(tools: readonly Tool[], name: string, args: Json, signal: AbortSignal): Promise<CallOutcome> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) return { ok: false, code: 'denied', message: `There is no tool '${name}'.${namesOf(tools)}` };
  // A schema may allow anything; a tool takes one object.
  if (!isObject(args)) return { ok: false, code: 'invalid', message: `The arguments of '${name}' must be one object.` };
  const problems = problemsOf(tool.parameters, args);
  if (problems !== undefined) return { ok: false, code: 'invalid', message: `The arguments of '${name}' are wrong: ${problems}.` };
  try {
    return { ok: true, value: ((await tool.run(args, { signal })) ?? null) as Json };
  } catch (error) {
    return { ok: false, code: 'failed', message: error instanceof ToolError ? error.message : `The tool '${name}' failed.` };
  }
}

/** Tools whose name or description has all words of the query; all when it is empty. */
export function searchTools(tools: readonly Tool[], query: string): Json {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return tools
    .filter(({ name, description }) => words.every((word) => `${name} ${description}`.toLowerCase().includes(word)))
    .map(({ name, description }) => ({ name, description }));
}

export function describeTool(tools: readonly Tool[], name: string): CallOutcome {
  const tool = tools.find((one) => one.name === name);
  if (!tool) return { ok: false, code: 'not-found', message: `There is no tool '${name}'.${namesOf(tools)}` };
  const { description, parameters } = tool;
  return { ok: true, value: { name, description, parameters: parameters as JsonObject } };
}

function namesOf(tools: readonly Tool[]): string {
  const shown = tools.slice(0, 20).map(({ name }) => name);
  return ` There are: ${shown.join(', ')}${tools.length > shown.length ? ' and more' : ''}.`;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
