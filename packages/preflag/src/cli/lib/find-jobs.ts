import { globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PreflagError } from '@preflag/core';
import type { BatchItem } from '../../check/check-batch.ts';
import type { CheckOptions } from '../../check/check-options.ts';

/**
 * The deliveries of the jobs that match the globs, each the folder that its job names as `delivered`. A folder that is not there is
 * a delivery of nothing: one agent that handed in nothing must not keep the others from being checked.
 * @throws {PreflagError} code `usage` when no job matches, `job` for jobs without a folder and jobs with mistakes, all at once
 */
export async function findJobs(globs: readonly string[], options: CheckOptions): Promise<readonly BatchItem[]> {
  const files = [...new Set(globs.flatMap((glob) => globSync(glob)))].toSorted();
  if (files.length === 0)
    throw new PreflagError('usage', `--jobs ${globs.join(' ')} matches no file. Put globs in quotes: --jobs 'jobs/*/job.yaml'`);
  const { loadJob } = await import('@preflag/core/job');
  const mistakes: string[] = [];
  const items = files.flatMap((file): readonly BatchItem[] => {
    try {
      const { job } = loadJob(file);
      if (job.delivered === undefined) {
        mistakes.push(`${file}: The key 'delivered' is missing: the folder of what was handed in, relative to the job file.`);
        return [];
      }
      const folder = join(dirname(file), job.delivered);
      const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
      return [{ delivery: isThere ? folder : { files: {}, name: folder }, options: { ...options, job: file } }];
    } catch (error) {
      if (!PreflagError.isInstance(error)) throw error;
      mistakes.push(error.message);
      return [];
    }
  });
  if (mistakes.length > 0) throw new PreflagError('job', mistakes.join('\n'));
  return items;
}
