import type { Json } from '@preflag/core';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Contender, disposing } from './contender.ts';

/** A new thread per run. It has all of Node, and thus of the machine. */
export function workerThreads(): Contender {
  return {
    name: 'worker_threads',
    wall: 'none (a thread with all of Node)',
    async run(expression, workerData) {
      const code = `const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage((${expression})(workerData));`;
      const worker = new Worker(code, { eval: true, workerData });
      const [result] = (await once(worker, 'message')) as [Json];
      await worker.terminate();
      return result;
    },
    async hold(units) {
      const workers = Array.from({ length: units }, () => new Worker('setInterval(() => {}, 1e6)', { eval: true }));
      await Promise.all(workers.map((worker) => once(worker, 'online')));
      return disposing(() => Promise.all(workers.map((worker) => worker.terminate())));
    },
    ...disposing(() => undefined),
  };
}
