import { createRequire } from 'node:module';
import { PreflagError } from '@preflag/core';

/** Before it, guest code could reach the memory of the host (GHSA-864f-rcv7-6rh4). */
const LEAST = [7, 0, 1] as const;

/**
 * Refuses to work with an isolated-vm that is known to be unsafe. Does not load it.
 *
 * @throws {PreflagError} `sandbox`
 */
export function requireSafeIsolatedVm(version: string = installedVersion()): void {
  if (isSafe(version)) return;
  throw new PreflagError(
    'sandbox',
    `isolated-vm ${version} is not safe: its guests can reach the host. Install ${LEAST.join('.')} or later.`,
  );
}

function installedVersion(): string {
  const require = createRequire(import.meta.url);
  try {
    const { version } = require('isolated-vm/package.json') as { version: string };
    return version;
  } catch (error) {
    throw new PreflagError('sandbox', 'isolated-vm is not installed: npm install isolated-vm@7.0.1', { cause: error });
  }
}

function isSafe(version: string): boolean {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(version);
  if (!match) return false;
  const numbers = match.slice(1).map(Number);
  const index = LEAST.findIndex((least, at) => numbers[at] !== least);
  return index === -1 || (numbers[index] ?? 0) > (LEAST[index] ?? 0);
}
