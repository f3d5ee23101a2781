import type { CallCode } from '../gateway.ts';

/** Why a fetch has no answer. It never leaves this folder: callers get the envelope. */
export class Refusal extends Error {
  readonly code: CallCode;

  constructor(code: CallCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

export function refuse(code: CallCode, message: string): never {
  throw new Refusal(code, message);
}
