import type { Location } from './location.ts';
import type { LimitName } from './limits.ts';

/** Why a file could not be read, or not wholly. Readers return it and never throw at callers. */
export interface ReadFailure {
  /**
   * - `corrupt`: the bytes are damaged or contradict the format
   * - `encrypted`: a password is needed
   * - `encoding`: the text is in no encoding that was declared or can be told
   * - `limit`: a limit of the table in `limits.ts` was reached
   * - `unsupported`: a known format that no reader reads yet
   * - `missing`: the file is not there (any more)
   */
  readonly kind: 'corrupt' | 'encrypted' | 'encoding' | 'limit' | 'unsupported' | 'missing';
  /** One sentence: what was found and what to do. */
  readonly text: string;
  readonly limit?: LimitName;
  readonly place?: Location;
}

/** What a reader returns. `partial` lists what was left out of a model that was read otherwise. */
export type ReadResult<M> =
  | { readonly ok: true; readonly model: M; readonly partial?: readonly ReadFailure[] }
  | { readonly ok: false; readonly failure: ReadFailure };
