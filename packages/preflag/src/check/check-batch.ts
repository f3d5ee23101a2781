import { availableParallelism } from 'node:os';
import { PreflagError, type Report } from '@preflag/core';
import type { Pool } from '@preflag/supervisor';
import { check, checkPrepared, throwIfCancelled } from './check.ts';
import type { CheckOptions, Delivery } from './check-options.ts';
import type { Response } from './messages.ts';
import { prepare, type Prepared } from './prepare.ts';
import { workerOptions } from './worker-options.ts';
import { createWorkers } from './workers.ts';

/** One delivery of a batch, with what {@link check} may be told of it. */
export interface BatchItem {
  readonly delivery: Delivery;
  readonly options?: CheckOptions;
}

export interface BatchOptions {
  /** Deliveries at the same time. Default: the number of cores, at most 4. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  /** The time for one delivery, in ms; one that takes longer is left as far as it is. Default: none. */
  readonly timeoutMs?: number;
  /** Called with each report as soon as it is there, in no order; `index` is that of its item. */
  readonly onReport?: (report: Report, index: number) => void | Promise<void>;
}

/** Deliveries whose files one process may read; more would not fit on its command line. */
const PER_POOL = 64;

/**
 * Checks many deliveries in a few check workers that are used again from one delivery to the next, so the workers may read all of them.
 * At the level `strict` each delivery has workers of its own. All items are prepared before the first is checked: a mistake in one of
 * the jobs is told before work is done.
 *
 * @returns a report for each item, in which files that were not done are errors; `undefined` for those that were not begun when the
 *   signal aborted, or not listed in time
 * @throws {PreflagError} as `check`, but for `cancelled`
 */
export async function checkBatch(items: readonly BatchItem[], options: BatchOptions = {}): Promise<readonly (Report | undefined)[]> {
  throwIfCancelled(options.signal);
  await using stack = new AsyncDisposableStack();
  const prepared: Prepared[] = [];
  const mistakes: PreflagError[] = [];
  for (const { delivery, options: own = {} } of items) {
    try {
      prepared.push(stack.use(await prepare(delivery, { ...own, concurrency: 1 })));
    } catch (error) {
      if (!PreflagError.isInstance(error)) throw error;
      mistakes.push(error);
    }
  }
  const [first] = mistakes;
  if (first) throw new PreflagError(first.code, mistakes.map(({ message }) => message).join('\n'), { cause: first });
  const reports: (Report | undefined)[] = items.map(() => undefined);
  for (let start = 0; start < prepared.length; start += PER_POOL) await checkSome(prepared.slice(start, start + PER_POOL), start);
  return reports;

  async function checkSome(some: readonly Prepared[], offset: number): Promise<void> {
    const [one] = some;
    if (!one || options.signal?.aborted) return;
    const shared = some.filter((item) => canShare(item, one));
    await using pool = shared.length > 0 ? poolOf(shared) : null;
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < some.length && !options.signal?.aborted; index = next++) {
        const item = some[index]!;
        const own = { ...item.options, keepInterrupted: true, ...signalOf(options) };
        const report = await unlessCancelled(() =>
          pool && shared.includes(item) ? checkPrepared({ ...item, options: own }, pool) : check(items[offset + index]!.delivery, own),
        );
        reports[offset + index] = report;
        if (report) await options.onReport?.(report, offset + index);
      }
    };
    const most = Math.max(1, Math.min(some.length, options.concurrency ?? Math.min(availableParallelism(), 4)));
    await Promise.all(Array.from({ length: most }, work));
  }
}

/** Made when a delivery is begun: its time runs from there. */
function signalOf({ signal, timeoutMs }: BatchOptions): Pick<CheckOptions, 'signal'> {
  const signals = [signal, timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs)].filter((one) => one !== undefined);
  return signals.length > 0 ? { signal: AbortSignal.any(signals) } : {};
}

/** Whether workers that are made for the first may check this one too: at the level `standard`, under the same limits. */
function canShare({ plan }: Prepared, first: Prepared): boolean {
  return plan.level === 'standard' && JSON.stringify(plan.limits) === JSON.stringify(first.plan.limits);
}

function poolOf(shared: readonly Prepared[]): Pool<Response> {
  const readable = [...new Set(shared.flatMap(({ plan }) => plan.readable))];
  return createWorkers<Response>(workerOptions('standard', readable, shared[0]!.plan.limits));
}

async function unlessCancelled(work: () => Promise<Report>): Promise<Report | undefined> {
  try {
    return await work();
  } catch (error) {
    if (PreflagError.isInstance(error) && error.code === 'cancelled') return undefined;
    throw error;
  }
}
