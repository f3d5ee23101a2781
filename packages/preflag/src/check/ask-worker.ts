import { PreflagError } from '@preflag/core';
import type { Child, ChildEnd, Pool } from '@preflag/supervisor';
import type { Answer, Request, Response } from './messages.ts';

/** A request before it has its number. */
export type Question = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

export interface Conversation {
  readonly pool: Pool<Response>;
  /** Time until the first answer; `onAnswer` may set further deadlines. */
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
  readonly onAnswer: (answer: Answer, child: Child<Response>, body: Uint8Array) => void;
}

let lastId = 0;

/**
 * Asks one worker one thing, and waits for all of the answer: `undefined` when it is done, else how the worker ended.
 * A worker is used again only after its `done`, and an answer to anything but the question is a breach of the protocol:
 * a stray `done` must never make a file look checked.
 *
 * @throws {PreflagError} `usage` or `rule` when the worker refuses the request
 */
export async function askWorker(question: Question, { pool, ms, signal, onAnswer }: Conversation): Promise<ChildEnd | undefined> {
  lastId += 1;
  const id = lastId;
  const child = await pool.take();
  const finished = new Promise<'done'>((resolve, reject) => {
    let isBroken = false;
    child.onMessage(({ header, body }) => {
      // What came in the same piece as the stray frame is not believed either.
      if (isBroken) return;
      if (header.id !== id) {
        isBroken = true;
        void child.kill('protocol', `It answered request ${header.id} when it was asked ${id}.`);
      } else if (header.type === 'done') resolve('done');
      else if (header.type === 'refused') reject(new PreflagError(header.code, header.text));
      else onAnswer(header, child, body);
    });
  });
  const abort = (): void => void child.kill('cancelled', 'The caller cancelled it.');
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  child.deadline(ms);
  child.send({ ...question, id });
  try {
    const outcome = await Promise.race([finished, child.end]);
    if (outcome === 'done') pool.giveBack(child);
    else await pool.discard(child);
    return outcome === 'done' ? undefined : outcome;
  } catch (error) {
    pool.giveBack(child);
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
