import type { Limits } from '@preflag/core';
import { limitError } from '../../archive/read-error.ts';

/** Counts what the column stores of one workbook or table take, against its limits. */
export class StoreBudget {
  readonly limits: Limits;
  #cells = 0;
  #bytes = 0;
  #stringBytes = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** @throws ReadError `limit` for `cells` */
  addCell(): void {
    if (++this.#cells > this.limits.cells) throw limitError('cells', this.limits, 'What the file holds');
  }

  /** @throws ReadError `limit` for `storeBytes` */
  addBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.limits.storeBytes) throw limitError('storeBytes', this.limits, 'What the file holds');
  }

  /** @throws ReadError `limit` for `stringBytes` */
  addStringBytes(bytes: number): void {
    this.#stringBytes += bytes;
    if (this.#stringBytes > this.limits.stringBytes) throw limitError('stringBytes', this.limits, 'What the file holds');
  }

  /** Gives back the cells of a sheet that is read once more. */
  refund(cells: number): void {
    this.#cells -= cells;
  }
}
