/**
 * The first program in the jail of a command that has a gateway: takes connections on 127.0.0.1, hands each on to the host's
 * socket byte by byte, starts the command and ends as it does. It imports nothing but Node, since nothing else is there.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { constants } from 'node:os';

export interface RelayOptions {
  readonly socket: string;
  readonly port: number;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const NOT_STARTED = 127;
const SIGNALLED = 128;

const { socket, port, argv, env } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RelayOptions;

const server = createServer({ allowHalfOpen: true }, (inner) => join(inner, connect({ path: socket, allowHalfOpen: true })));
server.listen(port, '127.0.0.1', () => {
  const [program = '', ...words] = argv;
  const child = spawn(program, words, { env, stdio: 'inherit' });
  child.on('error', ({ message }) => {
    process.stderr.write(`The program cannot be started: ${message}\n`);
    process.exit(NOT_STARTED);
  });
  child.on('exit', (code, signal) => process.exit(code ?? SIGNALLED + (signal ? constants.signals[signal] : 0)));
});

/** An end of one side is told to the other; when one breaks, so does the other. */
function join(inner: Socket, outer: Socket): void {
  inner.on('error', () => outer.destroy());
  outer.on('error', () => inner.destroy());
  inner.on('close', () => outer.destroy());
  outer.on('close', () => inner.destroy());
  inner.pipe(outer);
  outer.pipe(inner);
}
