import { defineRule, type Rule } from '@preflag/core';
import { files as filesText, filesByDeliverable } from '../../../job-files.ts';

/** Files that programs leave behind: lock and temporary files of Office, of editors and of operating systems. */
const LEFTOVER =
  /(^|\/)(~\$[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini|\.~lock\.[^/]*|[^/]*\.(tmp|bak|swp|orig|pyc)|[^/]*~|__pycache__\/.*|__MACOSX\/.*)$/i;

/**
 * Does not catch: extra sheets or pages inside a file that was asked for.
 * Known false alarms: files that the client asked for only in the brief; list them in the job or ignore them there.
 */
export const unexpectedFile: Rule<'manifest'> = defineRule({
  id: 'integrity/unexpected-file',
  title: 'A file was handed in that nobody asked for',
  severity: 'minor',
  certainty: 'certain',
  reads: 'manifest',
  needs: ['job', 'siblings'],
  why: 'The client must find out which of the files count; left-over files look careless and may hold what nobody should see.',
  advice: 'Leave {{path}} out, or name it as asked.',
  messages: {
    unexpected: 'The job does not ask for {{path}}',
    leftover: '{{path}} is a left-over of a program',
    many: 'Of {{pattern}} the job expects at most {{expected}}, and {{found}} came',
    special: { text: '{{path}} is a {{what}} and was not read', advice: 'Hand in the file itself, or leave {{path}} out.' },
  },
  *check({ model, job, looked }) {
    if (!job) return;
    const at = { kind: 'file' } as const;
    const groups = filesByDeliverable(job, model);
    const asked = new Set(groups.flatMap(({ files }) => files.map(({ path }) => path)));
    for (const { path } of model.manifest) {
      looked({ files: 1 });
      if (!asked.has(path)) yield { messageId: LEFTOVER.test(path) ? 'leftover' : 'unexpected', data: { path }, at, file: path };
    }
    for (const { deliverable, files } of groups) {
      const { max } = deliverable.count;
      if (max !== undefined && files.length > max) {
        yield {
          messageId: 'many',
          data: {
            pattern: deliverable.path,
            path: files[max]?.path ?? deliverable.path,
            expected: filesText(max),
            found: String(files.length),
          },
          at,
          key: deliverable.path,
        };
      }
    }
    const wanted = new Set(job.deliverables.map(({ path }) => path));
    for (const { path, what } of model.skipped) {
      looked({ files: 1 });
      if (what !== 'limit' && what !== 'unreadable' && !wanted.has(path))
        yield { messageId: 'special', data: { path, what }, at, file: path };
    }
  },
});
