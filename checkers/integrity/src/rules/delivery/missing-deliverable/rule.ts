import { defineRule, type Deliverable, type DeliveryModel, type Rule } from '@preflag/core';
import { files as filesText, filesByDeliverable } from '../../../job-files.ts';

/**
 * Does not catch: a deliverable under another name (it is called missing here and unexpected by integrity/unexpected-file).
 * Known false alarms: none; the job states what it expects.
 */
export const missingDeliverable: Rule<'manifest'> = defineRule({
  id: 'integrity/missing-deliverable',
  title: 'A file that was asked for was not handed in',
  severity: 'critical',
  certainty: 'certain',
  reads: 'manifest',
  needs: ['job', 'siblings'],
  why: 'The client does not get what was ordered.',
  advice: 'Hand in {{path}} under just this name.',
  messages: {
    missing: 'The file {{path}} was not handed in',
    link: '{{path}} is a {{what}} and not a file',
    folder: '{{path}} is a folder and not a file',
    few: 'Of {{path}} the job expects at least {{expected}}, and {{found}} came',
  },
  *check({ model, job, looked }) {
    if (!job) return;
    for (const { deliverable, files } of filesByDeliverable(job, model)) {
      looked({ deliverables: 1 });
      const { path, optional, count } = deliverable;
      const least = count.min ?? 0;
      if (optional || files.length >= least) continue;
      const at = { kind: 'file' } as const;
      if (files.length > 0)
        yield { messageId: 'few', data: { path, expected: filesText(least), found: String(files.length) }, at, key: path };
      else yield { ...absence(deliverable, model), at, key: path };
    }
  },
});

/** What stands where the file should stand. */
function absence({ path }: Deliverable, { manifest, skipped }: DeliveryModel): { messageId: string; data: Record<string, string> } {
  const entry = skipped.find((one) => one.path === path);
  if (entry)
    return {
      messageId: 'link',
      data: { path, what: entry.what === 'unreadable' || entry.what === 'limit' ? 'file that could not be read' : entry.what },
    };
  if (manifest.some((one) => one.path.startsWith(`${path}/`))) return { messageId: 'folder', data: { path } };
  return { messageId: 'missing', data: { path } };
}
