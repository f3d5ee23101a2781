import type { Child } from './child-types.ts';
import type { ChildEnd } from './child-end.ts';
import type { Message } from './frames.ts';

export interface RequestOptions {
  /** Time for the answer; the child is killed after it. */
  readonly ms: number;
  /** Kills the child with `cancelled`. */
  readonly signal?: AbortSignal;
}

/** What came of a request: the child's next message, or its end. */
export type Answer<H> = { readonly message: Message<H> } | { readonly end: ChildEnd };

/** Sends one message and waits for one, under a deadline and the memory limit. Never rejects. One request at a time per child. */
export async function request<H>(
  child: Child<H>,
  header: unknown,
  body: Uint8Array | undefined,
  options: RequestOptions,
): Promise<Answer<H>> {
  const { signal } = options;
  const abort = (): void => void child.kill('cancelled', 'The caller cancelled it.');
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  child.deadline(options.ms);
  const message = new Promise<Answer<H>>((resolve) => child.onMessage((message) => resolve({ message })));
  child.send(header, body);
  const answer = await Promise.race([message, child.end.then((end) => ({ end }))]);
  signal?.removeEventListener('abort', abort);
  child.onMessage(undefined);
  child.deadline(undefined);
  return answer;
}
