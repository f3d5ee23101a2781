import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, it } from 'vitest';
import { workerOptions } from './worker-options.ts';
import { createWorkers } from './workers.ts';

it('a worker that does not start in its jail is refused with the cause and what to do, and is never started without', async () => {
  const refusal = expect.objectContaining({
    code: 'sandbox',
    message: expect.stringMatching(/^Check workers cannot be had at the level 'strict': .+\. [A-Z].+/s),
  });
  const refused = async (): Promise<void> => {
    await using pool = createWorkers(workerOptions('strict', ['/nowhere/at/all'], DEFAULT_LIMITS));
    await pool.take();
  };
  await expect(refused()).rejects.toThrowError(refusal);
});
