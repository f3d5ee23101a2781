/** What the formats for machines may be told. */
export interface MachineOptions {
  /** The folder that paths are relative to. Default the working folder. */
  readonly from?: string;
  /** Deliveries that have no report, because the call was interrupted: the output says so, and is not green. Default 0. */
  readonly unchecked?: number;
}

/** `3 deliveries were not checked: the call was interrupted.` */
export function uncheckedText(count: number): string {
  return `${count} ${count === 1 ? 'delivery was' : 'deliveries were'} not checked: the call was interrupted.`;
}
