import type { AgentTask } from '@preflag/core';
import { previousFiles } from '../previous-files.ts';

/** What stands in the working folder of a command at the start. An input that has one of our names stays what it is. */
export function filesOf(task: AgentTask): Readonly<Record<string, Uint8Array>> {
  const { job, brief, inputs, feedback } = task;
  return {
    'job.json': Buffer.from(`${JSON.stringify(job, null, 2)}\n`),
    'brief.md': Buffer.from(brief),
    ...(feedback && { 'feedback.md': Buffer.from(feedback.text) }),
    ...previousFiles(task),
    ...inputs,
  };
}
