import type { Json, Model, Position } from '@preflag/core';

declare module '@preflag/core' {
  interface Models {
    data: Data;
  }
}

/** A json file. */
export interface Data extends Model {
  readonly kind: 'data';
  readonly value: Json;
  /** Where the value of a JSON pointer (RFC 6901) begins; `undefined` when there is none. */
  position(pointer: string): Position | undefined;
}
