import { appendFile, stat } from 'node:fs/promises';
import { messageOf, PreflagError, type Report } from '@preflag/core';

/** What GitHub takes of one step; it shows nothing of a summary that is longer. */
const MOST_BYTES = 1024 * 1024;

/**
 * Adds the reports to the summary of the job, behind what the step has written there already.
 * @param file what GITHUB_STEP_SUMMARY names; nothing is done without one
 * @throws {PreflagError} code `path` when it cannot be written
 */
export async function addStepSummary(reports: readonly Report[], unchecked: number, file: string | undefined): Promise<void> {
  if (file === undefined || file === '') return;
  try {
    const { renderMarkdown } = await import('@preflag/reporters');
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    await appendFile(file, renderMarkdown(reports, { limit: MOST_BYTES - size, unchecked }));
  } catch (error) {
    throw new PreflagError('path', `The job's summary ${file} (GITHUB_STEP_SUMMARY) cannot be written: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
