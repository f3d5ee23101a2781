import { type Reply, serve } from '@preflag/supervisor/child';
import type { RunRequest, ToWorker } from './frames.ts';
import { openRealm, type Realm } from './realm.ts';

/**
 * The child process of runs: an isolate that is ready before the run comes. It holds nothing worth taking: files and limits
 * are the parent's. Arguments: MB of heap in the isolate, and how often the process is used, `once` or `again`; in the
 * latter case each run has an isolate of its own, which is made when the run before is over.
 */
const memoryMb = Number(process.argv[3]);
const isUsedAgain = process.argv[4] === 'again';

let realm = await open();
let currentRun = 0;
/** Resolves when the isolate of the next run is there. */
let isReady: Promise<void> = Promise.resolve();
const reply: Reply = serve<ToWorker>(async (message, body) => {
  if (message.type === 'run') await (isReady = isReady.then(() => run(message, body)));
  else if (message.type === 'ping') realm.rest(() => reply({ type: 'pong', id: message.id, run: currentRun }));
  else realm.settle(message, body);
});

async function run(request: RunRequest, body: Uint8Array): Promise<void> {
  currentRun = request.run;
  const code = Buffer.from(body.buffer, body.byteOffset, request.codeBytes).toString();
  const args = Buffer.from(body.buffer, body.byteOffset + request.codeBytes, body.length - request.codeBytes).toString();
  await realm.run(request, code, args, (said, bytes) => reply({ ...said, run: request.run }, bytes));
  if (!isUsedAgain) return;
  realm.dispose();
  realm = await open();
}

/** A process of which a thread is lost for ever must not be used again. */
async function open(): Promise<Realm> {
  return openRealm(memoryMb, () => {
    if (isUsedAgain) setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  });
}
