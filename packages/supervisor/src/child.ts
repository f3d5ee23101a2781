import { Socket } from 'node:net';
import { EMPTY_BODY, encodeMessage, FrameDecoder, type HeaderCheck } from './frames.ts';

/** The file descriptor on which parent and child talk. */
export const CHANNEL_FD = 3;

/** The header of the first frame that a child sends. */
export const READY_HEADER: { readonly $: 'ready' } = { $: 'ready' };

/** The parent's word that it has read that. It is for nothing but to run the way of a message once before it counts. */
export const SEEN_HEADER: { readonly $: 'seen' } = { $: 'seen' };

/** Sends one message to the parent. */
export type Reply = (header: unknown, body?: Uint8Array) => void;

/**
 * The child's side: calls `handler` for each message of the parent, without waiting for the call before.
 * What the handler throws ends the process: the parent sees `crashed` with the text on stderr. When the parent is gone the process kills itself.
 *
 * @param check headers of the parent that are accepted; the parent is trusted, so the default is all
 */
export function serve<H = unknown>(
  handler: (header: H, body: Uint8Array, reply: Reply) => void | Promise<void>,
  check: HeaderCheck<H> = (_header): _header is H => true,
): Reply {
  const frameBytes = Number(process.argv[2]);
  const decoder = new FrameDecoder<H>(
    { frameBytes, messageBytes: Infinity },
    (header): header is H => isSeenHeader(header) || check(header),
  );
  const socket = new Socket({ fd: CHANNEL_FD, readable: true, writable: true });
  const reply: Reply = (header, body = EMPTY_BODY) => {
    const chunks = encodeMessage(header, body, frameBytes);
    socket.cork();
    for (const chunk of chunks) socket.write(chunk);
    socket.uncork();
  };
  socket.on('data', (chunk: Buffer) => {
    for (const { header, body } of decoder.push(chunk)) {
      if (!isSeenHeader(header)) void Promise.resolve(handler(header, body, reply)).catch(fail);
    }
  });
  for (const event of ['end', 'close', 'error']) socket.on(event, () => process.kill(process.pid, 'SIGKILL'));
  reply(READY_HEADER);
  return reply;
}

function isSeenHeader(header: unknown): boolean {
  return typeof header === 'object' && header !== null && '$' in header && header.$ === SEEN_HEADER.$;
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, () => process.exit(70));
}
