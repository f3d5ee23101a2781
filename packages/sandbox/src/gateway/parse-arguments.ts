import { formatLimit, type Json, type Limits } from '@preflag/core';
import type { CallOutcome } from './gateway.ts';

export type ArgumentLimits = Pick<Limits, 'callBytes' | 'callDepth'>;

type Parsed = { readonly ok: true; readonly args: readonly Json[] } | Extract<CallOutcome, { ok: false }>;

/** Reads the arguments of a call, which may be anything. Depth is counted before they are parsed. */
export function parseArguments(text: string, { callBytes, callDepth }: ArgumentLimits): Parsed {
  // A UTF-16 unit is at most three bytes of UTF-8: short texts need not be measured.
  if (text.length > callBytes || (text.length * 3 > callBytes && Buffer.byteLength(text) > callBytes)) {
    return { ok: false, code: 'too-large', message: `The arguments are longer than ${formatLimit('callBytes', callBytes)}.` };
  }
  if (depthOf(text) > callDepth) {
    return { ok: false, code: 'invalid', message: `The arguments are nested deeper than ${formatLimit('callDepth', callDepth)}.` };
  }
  try {
    const args: unknown = JSON.parse(text);
    return Array.isArray(args) ? { ok: true, args } : { ok: false, code: 'invalid', message: 'The arguments are no list.' };
  } catch {
    return { ok: false, code: 'invalid', message: 'The arguments are not JSON.' };
  }
}

/** The deepest nesting of brackets outside of strings; for texts that are no JSON it is of no meaning. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (code === BRACKET || code === BRACE) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === BRACKET_END || code === BRACE_END) depth -= 1;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const BRACE = 0x7b;
const BRACE_END = 0x7d;
