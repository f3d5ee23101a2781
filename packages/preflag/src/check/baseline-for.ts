import { readFileSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { messageOf, PreflagError, type Baseline, type BaselineEntry } from '@preflag/core';

/**
 * The entries of a baseline that are about this job.
 * @param root the delivered folder
 * @throws {PreflagError} code `path` when it is not there, `config` when it is malformed or stands inside the delivered folder
 */
export async function baselineFor(
  baseline: string | Baseline | undefined,
  job: string | null,
  root: string,
): Promise<readonly BaselineEntry[]> {
  if (baseline === undefined) return [];
  const { entries } = typeof baseline === 'string' ? await loadBaseline(baseline, root) : baseline;
  return entries.filter((entry) => entry.job === job);
}

/** @throws {PreflagError} as {@link baselineFor} */
export async function loadBaseline(file: string, root?: string): Promise<Baseline> {
  const text = readText(file);
  const folder = dirname(realpathSync(file));
  if (root !== undefined && (folder === root || folder.startsWith(root + sep)))
    throw new PreflagError(
      'config',
      `The baseline ${file} stands inside the delivered folder, where the agent could have written it. Keep it beside the delivery.`,
    );
  const { parseBaseline } = await import('@preflag/core/baseline');
  return parseBaseline(text, file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PreflagError('path', `The baseline ${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}
