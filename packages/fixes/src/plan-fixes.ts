import type { Edit, Finding, Report } from '@preflag/core';

/** The edits of one file, in the order of the findings. */
export interface FilePlan {
  /** Path in the delivery. */
  readonly file: string;
  readonly edits: readonly PlannedEdit[];
}

export interface PlannedEdit extends Edit {
  readonly rule: Finding['rule'];
  /** In words, as the finding says it. */
  readonly place: string;
  readonly label: string;
}

export interface FixPlan {
  readonly files: readonly FilePlan[];
  /** Fixes that are left to a person, or contradict one that came before. */
  readonly left: readonly { readonly edit: PlannedEdit; readonly reason: string }[];
}

/**
 * What the safe fixes of a report would do. What the file before had already, and what the job ignores, stays as it is: nobody asked
 * for it. Of fixes on the same place the first counts.
 */
export function planFixes({ findings }: Pick<Report, 'findings'>): FixPlan {
  const files = new Map<string, PlannedEdit[]>();
  const taken = new Map<string, PlannedEdit>();
  const left: { edit: PlannedEdit; reason: string }[] = [];
  for (const { rule, place, fixes = [], origin, ignored } of findings) {
    if (origin === 'inherited' || ignored) continue;
    for (const { label, safety, edits } of fixes)
      for (const one of edits) {
        const edit = { ...one, rule, place, label };
        const other = taken.get(placeOf(edit));
        if (safety === 'ask') left.push({ edit, reason: 'A person has to decide on it.' });
        else if (other === undefined) {
          taken.set(placeOf(edit), edit);
          const planned = files.get(edit.file);
          if (planned) planned.push(edit);
          else files.set(edit.file, [edit]);
        } else if (other.to !== edit.to) left.push({ edit, reason: `Another fix changes the same place (${other.rule}).` });
      }
  }
  return { files: [...files].map(([file, edits]) => ({ file, edits })), left };
}

function placeOf({ file, location, of }: Edit): string {
  return JSON.stringify([file, location, of ?? '']);
}
