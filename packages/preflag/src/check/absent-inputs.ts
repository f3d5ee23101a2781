import { referencesOf, type Deliverable, type Gate, type Job, type RequiredInput } from '@preflag/core';
import type { LinkedFile } from '@preflag/readers/links';

/**
 * Inputs that the gate requires and that are not there: with a job, a file that should have one and has none;
 * without a job, none at all.
 */
export function absentInputs(gate: Gate, job: Job | null, linked: readonly LinkedFile[]): readonly RequiredInput[] {
  return gate.require.filter((input) => {
    if (input === 'job') return job === null;
    if (job === null) return !linked.some((file) => has(file, input));
    return linked.some((file) => file.deliverable !== null && wants(file.deliverable, input) && !has(file, input));
  });
}

function has(file: LinkedFile, input: Exclude<RequiredInput, 'job'>): boolean {
  return input === 'data' ? file.data.length > 0 : file[input] !== undefined;
}

function wants(deliverable: Deliverable, input: Exclude<RequiredInput, 'job'>): boolean {
  if (input === 'before') return deliverable.update !== undefined;
  if (input === 'source') return deliverable.type === 'translation';
  return deliverable.data !== undefined || referencesOf(deliverable).length > 0;
}
