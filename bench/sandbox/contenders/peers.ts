import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Exact versions: these are what the figures in docs/sandbox.md are of. */
const VERSIONS = { 'just-bash': '3.4.2', 'secure-exec': '0.2.1' } as const;
type PeerName = keyof typeof VERSIONS;

export interface Peers extends AsyncDisposable {
  /** The exports of a package, or why it cannot be had. */
  load(name: PeerName): Promise<{ readonly exports: unknown } | { readonly obstacle: string }>;
}

const INSTALL_MS = 300_000;

/** Packages that are compared and are no dependencies of ours, in a temporary folder that goes when they are disposed. */
export async function installPeers(isOff: boolean): Promise<Peers> {
  const folder = await mkdtemp(join(tmpdir(), 'preflag-bench-'));
  const obstacles = new Map(
    Object.entries(VERSIONS).map(([name, version]) => [name, isOff ? '--no-peers was given' : install(join(folder, name), name, version)]),
  );
  return {
    async load(name) {
      const obstacle = obstacles.get(name);
      if (obstacle !== undefined) return { obstacle };
      // From there the name is found, and as a module.
      const file = join(folder, name, 'load.mjs');
      await writeFile(file, `export * from '${name}';\n`);
      return { exports: await import(pathToFileURL(file).href) };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** @returns why it failed */
function install(folder: string, name: string, version: string): string | undefined {
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', `${name}@${version}`];
  const { status, stderr, error } = spawnSync('npm', args, { encoding: 'utf8', timeout: INSTALL_MS });
  if (status === 0) return undefined;
  return `npm cannot install it: ${error?.message ?? stderr.split('\n').find((line) => line.includes('npm error')) ?? `exit code ${status}`}`;
}
