/** The messages between the sandbox and its worker. This file is loaded by the worker at its start: it imports nothing. */
export interface RunRequest {
  readonly type: 'run';
  /** Which run of the worker this is; all that it says carries the number. */
  readonly run: number;
  /** Bytes of the code in the body; the task's JSON follows. */
  readonly codeBytes: number;
  readonly logBytes: number;
  readonly workspaceBytes: number;
  readonly hostCalls: number;
  readonly resultBytes: number;
  readonly seed: readonly [number, number, number, number];
  readonly isSeeded: boolean;
  /** Present: the clock stands still but for steps, and every step is told. */
  readonly recorded?: { readonly start: number; readonly script: readonly Step[] };
  /** Names of grants whose functions the guest gets. */
  readonly grants: readonly string[];
}

/** What enters the guest: the start, the answer to a call or a timer; its number; and when, in ms from the start. */
export type Step = readonly [kind: 'start' | 'answer' | 'timer', id: number, at: number];

/** The parent's answer to a call; file contents are in the body. */
export interface CallAnswer {
  readonly type: 'answer';
  readonly id: number;
  readonly result: CallResult;
}

/** `body`: the value is the message's body, as bytes, as a text or as JSON. */
export type CallResult =
  | { readonly ok: true; readonly json?: string; readonly body?: 'bytes' | 'text' | 'json' }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Asks for a `pong` when all that was sent before has had its effect. */
interface Ping {
  readonly type: 'ping';
  readonly id: number;
}

export type ToWorker = RunRequest | CallAnswer | Ping;

/** Calls about the workspace: their arguments are texts. */
const FILE_CALLS = ['files.read', 'files.readText', 'files.write', 'files.list', 'files.stat', 'files.remove', 'deliver'] as const;
export type FileCall = (typeof FILE_CALLS)[number];

/** Calls of grants: their arguments are one JSON text, in the body. */
export const GRANT_CALLS = [
  'model.chat',
  'tools.call',
  'tools.search',
  'tools.describe',
  'fetch',
  'human.ask',
  'human.approve',
  'env.get',
] as const;
export type GrantCall = (typeof GRANT_CALLS)[number];

export type CallName = FileCall | GrantCall;

export function isFileCall(name: unknown): name is FileCall {
  return FILE_CALLS.some((known) => known === name);
}

function isCallName(name: unknown): name is CallName {
  return isFileCall(name) || GRANT_CALLS.some((known) => known === name);
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
/** Level and text. */
export type Line = readonly [LogLevel, string];

/** What a run says. */
export type Said =
  /** A capability call; a text or file content is in the body. */
  | { readonly type: 'call'; readonly id: number; readonly name: CallName; readonly args: readonly string[]; readonly hasBody: boolean }
  /** Lines of the head of the log, in order. */
  | { readonly type: 'log'; readonly lines: readonly Line[] }
  /** The tail of the log as it is now, in place of the tail before, and how many lines between head and tail were dropped. */
  | { readonly type: 'tail'; readonly lines: readonly Line[]; readonly dropped: number }
  /** Something entered the guest. Only of runs that are recorded. */
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'pong'; readonly id: number }
  /** The end of the run; the result's JSON is in the body. */
  | { readonly type: 'end'; readonly ok: true; readonly hasResult: boolean }
  | { readonly type: 'end'; readonly ok: false; readonly code: string; readonly message: string };

export type FromWorker = Said & { readonly run: number };

/** The reason of a run that called too often; the worker finds out first, the parent counts too. */
export function tooManyCalls(limit: number): string {
  return `More than ${limit.toLocaleString('en-US')} capability calls.`;
}

/** The parent's check of what comes out of a worker, which hostile code may have taken over. */
export function isFromWorker(header: unknown): header is FromWorker {
  if (!isRecord(header) || !isIndex(header['run'])) return false;
  switch (header['type']) {
    case 'call':
      return isIndex(header['id']) && isCallName(header['name']) && isTexts(header['args']) && isFlag(header['hasBody']);
    case 'log':
      return isLines(header['lines']);
    case 'tail':
      return isLines(header['lines']) && isIndex(header['dropped']);
    case 'step':
      return isStep(header['step']);
    case 'pong':
      return isIndex(header['id']);
    case 'end':
      return header['ok'] === true
        ? isFlag(header['hasResult'])
        : header['ok'] === false && isText(header['code']) && isText(header['message']);
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** The arguments of a call as they may be: at most two texts. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 2 && value.every(isText);
}

function isLines(value: unknown): boolean {
  return Array.isArray(value) && value.every((line) => Array.isArray(line) && line.length === 2 && isLevel(line[0]) && isText(line[1]));
}

function isStep(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    (value[0] === 'start' || value[0] === 'answer' || value[0] === 'timer') &&
    isIndex(value[1]) &&
    isIndex(value[2])
  );
}

function isLevel(value: unknown): value is LogLevel {
  return value === 'debug' || value === 'info' || value === 'warn' || value === 'error';
}
