import type { Json } from '@preflag/core';

/** Something that runs code which came as a text. */
export interface Contender extends AsyncDisposable {
  readonly name: string;
  /** What stands between the code and the process that asks for it. */
  readonly wall: string;
  /** The value of a function, given as the text of an expression, for one argument. Each run begins anew. */
  run(expression: string, argument: Json): Promise<Json>;
  /** ms until the first run is done where nothing was started before. Absent where that is a run like others. */
  runCold?(expression: string, argument: Json): Promise<number>;
  /** Makes so many units, ready to be used, that stay until they are disposed. Absent where there are none. */
  hold?(units: number): Promise<AsyncDisposable>;
}

/** A contender, or why it cannot be had here. */
export type Made = Contender | { readonly name: string; readonly obstacle: string };

/** Disposes in the order given. */
export function disposing(dispose: () => unknown): AsyncDisposable {
  return {
    async [Symbol.asyncDispose]() {
      await dispose();
    },
  };
}
