import { matchDeliverables, type Deliverable, type DeliveryModel, type Job, type ManifestEntry } from '@preflag/core';

/** The delivered files of each deliverable of the job, in the job's order. */
export function filesByDeliverable(
  job: Job,
  { manifest }: DeliveryModel,
): readonly { readonly deliverable: Deliverable; readonly files: readonly ManifestEntry[] }[] {
  const matches = matchDeliverables(
    job,
    manifest.map(({ path }) => path),
  );
  return job.deliverables.map((deliverable) => ({ deliverable, files: manifest.filter(({ path }) => matches.get(path) === deliverable) }));
}

/** `1 file`, `3 files`. */
export function files(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}
