import type { PlannedEdit } from './plan-fixes.ts';

/** A corrected copy of one file, which is made while it is read. */
export interface Copy {
  /** Absent where no edit could be applied. */
  readonly chunks?: AsyncIterable<Uint8Array>;
  readonly applied: readonly PlannedEdit[];
  readonly left: readonly { readonly edit: PlannedEdit; readonly reason: string }[];
}

/** Puts edits where they belong: those that can be applied, and those that cannot, with the reason. */
export class SortedEdits {
  readonly applied: PlannedEdit[] = [];
  readonly left: { readonly edit: PlannedEdit; readonly reason: string }[] = [];

  apply(edit: PlannedEdit): void {
    this.applied.push(edit);
  }

  /** What was made of them. */
  copy(chunks?: AsyncIterable<Uint8Array>): Copy {
    return { applied: this.applied, left: this.left, ...(chunks && { chunks }) };
  }

  leave(edit: PlannedEdit, reason: string): void {
    this.left.push({ edit, reason });
  }
}

/** Why an edit is left: its `from` is not there any more. */
export const CHANGED = 'Something else stands there now.';
