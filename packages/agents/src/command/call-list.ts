import { createHash } from 'node:crypto';
import { DEFAULT_LIMITS } from '@preflag/core';
import type { JournalCall } from '@preflag/sandbox';

/** The calls of one run. Of answers that are more than `journalBytes` together only the hash is kept. */
export class CallList {
  readonly all: JournalCall[] = [];
  #bytes = 0;

  add(call: JournalCall): void {
    const answer = JSON.stringify(call.result);
    this.#bytes += answer.length;
    const isKept = this.#bytes <= DEFAULT_LIMITS.journalBytes;
    this.all.push(isKept ? call : { ...call, result: { sha256: createHash('sha256').update(answer).digest('hex') } });
  }
}
