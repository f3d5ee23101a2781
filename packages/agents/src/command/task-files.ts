import type { AgentTask } from '@preflag/core';

/** What stands in the working folder of a command at the start. An input that has one of our names stays what it is. */
export function filesOf({ job, brief, inputs, feedback, previous = {} }: AgentTask): Readonly<Record<string, Uint8Array>> {
  const before = Object.entries(previous).map(([path, bytes]) => [`previous/${path}`, bytes] as const);
  return {
    'job.json': Buffer.from(`${JSON.stringify(job, null, 2)}\n`),
    'brief.md': Buffer.from(brief),
    ...(feedback && { 'feedback.md': Buffer.from(feedback.text) }),
    ...Object.fromEntries(before),
    ...inputs,
  };
}
