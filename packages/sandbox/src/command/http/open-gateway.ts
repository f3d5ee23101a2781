import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedLibraries } from '@preflag/supervisor';
import type { RunFolder } from '../run-folder.ts';
import { OWN, SYSTEM_FOLDERS } from '../system-files.ts';
import { createGatewayServer, type GatewayServerOptions } from './gateway-server.ts';
import type { RelayOptions } from './relay.ts';

/** A gateway that a command reaches, and what the command must be given for that. */
export interface OpenGateway extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
  /** For the jail: place → path of the host. */
  readonly read: ReadonlyMap<string, string>;
  /** The program that is started in the command's place, and starts it. */
  relay(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<readonly string[]>;
}

type GatewayPlace = Omit<GatewayServerOptions, 'token'>;

/** The jail has its own loopback: every port of it is free. */
const PORT = 41_000;
const TOKEN_BYTES = 24;
/** Node takes the types out of a file whose name says that it has some. */
const SOURCE = new URL(import.meta.url.endsWith('.ts') ? './relay.ts' : './relay.js', import.meta.url);
const RELAY = posix.join(OWN, import.meta.url.endsWith('.ts') ? 'relay.mts' : 'relay.mjs');
const NODE = posix.join(OWN, 'node');
const SOCKET = posix.join(OWN, 'gateway.sock');
const OPTIONS = posix.join(OWN, 'relay.json');

/** Serves a gateway to a jail, by a socket in the run's folder. */
export async function openGateway({ folder, ...options }: GatewayPlace & { readonly folder: RunFolder }): Promise<OpenGateway> {
  const token = `preflag-${randomBytes(TOKEN_BYTES).toString('hex')}`;
  const server = createGatewayServer({ ...options, token });
  const [socket, relay] = [folder.place('gateway/socket'), folder.place('gateway/relay.json')];
  await mkdir(dirname(socket));
  await server.listenAt(socket, PORT);
  return {
    env: envOf(token, PORT),
    read: new Map([
      [NODE, process.execPath],
      [RELAY, fileURLToPath(SOURCE)],
      [SOCKET, socket],
      [OPTIONS, relay],
      // Libraries of the system are there already.
      ...sharedLibraries()
        .filter((path) => !SYSTEM_FOLDERS.some((system) => path.startsWith(`${system}/`)))
        .map((path) => [path, path] as const),
    ]),
    async relay(argv, env) {
      const written: RelayOptions = { socket: SOCKET, port: PORT, argv, env };
      await writeFile(relay, JSON.stringify(written));
      return [NODE, RELAY, OPTIONS];
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Serves a gateway to a command without a jail, on a port of this machine. */
export async function openPlainGateway(options: GatewayPlace): Promise<OpenGateway> {
  const token = `preflag-${randomBytes(TOKEN_BYTES).toString('hex')}`;
  const server = createGatewayServer({ ...options, token });
  const port = await server.listen();
  return {
    env: envOf(token, port),
    read: new Map(),
    relay: (argv) => Promise.resolve(argv),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function envOf(token: string, port: number): Readonly<Record<string, string>> {
  const base = `http://127.0.0.1:${port}`;
  return { OPENAI_BASE_URL: `${base}/v1`, OPENAI_API_KEY: token, PREFLAG_MCP_URL: `${base}/mcp` };
}
