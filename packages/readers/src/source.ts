import type { Limits } from '@preflag/core';

/** A file to read: the name that findings show, and where its bytes are. */
export interface FileSource {
  /** Path in the delivery, with `/`. */
  readonly file: string;
  /** Path on this machine. */
  readonly path: string;
}

export interface ReadOptions {
  readonly limits: Limits;
  /** A text encoding that the job or the caller declares; used where there is no BOM and the bytes are no UTF-8. */
  readonly encoding?: string;
}
