import type { FileFailure, Model, NotChecked, ReadFailure, ReadResult, Reads } from '@preflag/core';

/** What is gathered while a file and those linked to it are read. */
export interface Reading {
  readonly models: Map<Reads, Model>;
  /** Why a model that the file should have is not there. */
  readonly absent: Map<Reads, NotChecked>;
  readonly failures: FileFailure[];
}

/** Takes a model over, or says why there is none. `file` is the one whose reading failed, in whole or in part. */
export function settle(result: ReadResult<Model>, kind: Reads, file: string, { models, absent, failures }: Reading): void {
  if (result.ok) {
    models.set(kind, result.model);
    failures.push(...(result.partial ?? []).map((failure) => ({ ...failure, file })));
  } else {
    failures.push({ ...result.failure, file });
    absent.set(kind, notCheckedBecause(result.failure, file));
  }
}

export function notCheckedBecause({ kind, text }: ReadFailure, file?: string): NotChecked {
  const code = kind === 'limit' ? 'limit' : kind === 'unsupported' ? 'format' : 'unreadable';
  return { code, text: file ? `${file}: ${text}` : text };
}
