import { PreflagError, type Limits } from '@preflag/core';
import type { Pool } from '@preflag/supervisor';
import { askWorker } from './ask-worker.ts';
import type { LocatedDelivery } from './locate-delivery.ts';
import type { Answer, Response } from './messages.ts';

/**
 * Has a worker list the delivery: telling what a file holds means parsing it.
 * @throws {PreflagError} `limit` when it takes too long or too much memory
 */
export async function collect(
  pool: Pool<Response>,
  located: LocatedDelivery,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<Extract<Answer, { type: 'collected' }>> {
  let collected: Extract<Answer, { type: 'collected' }> | undefined;
  const end = await askWorker(
    { type: 'collect', root: located.root, limits, ...(located.only && { only: located.only }) },
    {
      pool,
      ms: limits.collectMs,
      signal,
      onAnswer: (answer) => {
        if (answer.type === 'collected') collected = answer;
      },
    },
  );
  if (end?.reason === 'cancelled') throw new PreflagError('cancelled', 'The check was cancelled.');
  if (!collected) throw new PreflagError('limit', `The delivery could not be listed: ${end?.text ?? 'the worker sent no list.'}`);
  return collected;
}
