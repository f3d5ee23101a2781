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
}

/** The parent's answer to a call; file contents are in the body. */
export interface CallAnswer {
  readonly type: 'answer';
  readonly id: number;
  readonly result: CallResult;
}

/** `body`: the value is the message's body, as bytes or as a text. */
export type CallResult =
  | { readonly ok: true; readonly json?: string; readonly body?: 'bytes' | 'text' }
  | { readonly ok: false; readonly code: string; readonly message: string };

export type ToWorker = RunRequest | CallAnswer;

const CALL_NAMES = ['files.read', 'files.readText', 'files.write', 'files.list', 'files.stat', 'files.remove', 'deliver'] as const;
export type CallName = (typeof CALL_NAMES)[number];

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
      return (
        isIndex(header['id']) && CALL_NAMES.some((name) => name === header['name']) && isTexts(header['args']) && isFlag(header['hasBody'])
      );
    case 'log':
      return isLines(header['lines']);
    case 'tail':
      return isLines(header['lines']) && isIndex(header['dropped']);
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

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 2 && value.every(isText);
}

function isLines(value: unknown): boolean {
  return Array.isArray(value) && value.every((line) => Array.isArray(line) && line.length === 2 && isLevel(line[0]) && isText(line[1]));
}

function isLevel(value: unknown): value is LogLevel {
  return value === 'debug' || value === 'info' || value === 'warn' || value === 'error';
}
