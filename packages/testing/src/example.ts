import type { AgentResult } from '@preflag/core';

/** Files by path; text is UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A small delivery with everything that it is linked to. */
export interface Example {
  /** What was handed in. */
  readonly files: Files;
  /** What stands beside the job: inputs, before-files, sources. */
  readonly beside?: Files;
  /** The job, in the words of a job file; `version` and `id` are filled in. */
  readonly job?: { readonly deliverables: readonly object[]; readonly [key: string]: unknown };
  /** The agent's last words. */
  readonly message?: string;
  /** How the agent's run ended. */
  readonly end?: Pick<AgentResult, 'status' | 'reason'>;
}

/** Replaces one file of an example, or one beside it; the example itself stays as it is. */
export function withFile(example: Example, path: string, content: string | Uint8Array): Example {
  return { ...example, files: { ...example.files, [path]: content } };
}

export function withoutFile(example: Example, path: string): Example {
  return { ...example, files: Object.fromEntries(Object.entries(example.files).filter(([name]) => name !== path)) };
}

/** The text of a file of an example. */
export function textOf(example: Example, path: string): string {
  const content = example.files[path];
  if (content === undefined) throw new Error(`The example has no file ${path}; it has ${Object.keys(example.files).join(', ')}.`);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

export function bytesOf(example: Example, path: string): Uint8Array {
  const content = example.files[path];
  if (content === undefined) throw new Error(`The example has no file ${path}; it has ${Object.keys(example.files).join(', ')}.`);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
