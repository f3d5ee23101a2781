import { PreflagError, type Limits, type Manifest, type SkippedEntry } from '@preflag/core';
import type { Pool } from '@preflag/supervisor';
import type { LocatedDelivery } from './locate-delivery.ts';
import type { Response } from './messages.ts';

/** Has a worker list the delivery: telling what a file holds means parsing it. */
export async function collect(
  pool: Pool<Response>,
  located: LocatedDelivery,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<{ manifest: Manifest; skipped: readonly SkippedEntry[] }> {
  const child = await pool.take();
  const collected = new Promise<Extract<Response, { type: 'collected' }>>((resolve) =>
    child.onMessage(({ header }) => header.type === 'collected' && resolve(header)),
  );
  const abort = (): void => void child.kill('cancelled');
  signal?.addEventListener('abort', abort, { once: true });
  child.deadline(limits.collectMs);
  child.send({ type: 'collect', root: located.root, limits, ...(located.only && { only: located.only }) });
  const answer = await Promise.race([collected, child.end]);
  signal?.removeEventListener('abort', abort);
  if ('reason' in answer) {
    throw answer.reason === 'cancelled'
      ? new PreflagError('cancelled', 'The check was cancelled.')
      : new PreflagError('limit', `The delivery could not be listed: ${answer.text}`);
  }
  pool.giveBack(child);
  return answer;
}
