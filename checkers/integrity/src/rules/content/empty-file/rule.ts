import { defineRule, type Rule } from '@preflag/core';

/** Files that are empty on purpose. */
const MARKER = /(^|\/)(\.[^/]+|__init__\.py|py\.typed)$/;

/**
 * Does not catch: a workbook or document that opens and has no content.
 * Known false alarms: none seen; marker files are left out.
 */
export const emptyFile: Rule<'manifest'> = defineRule({
  id: 'integrity/empty-file',
  title: 'A file is empty',
  severity: 'critical',
  certainty: 'certain',
  reads: 'manifest',
  why: 'The client opens it and finds nothing.',
  advice: 'Write the content of {{path}} and hand it in again.',
  messages: { empty: 'The file {{path}} is empty ({{bytes}} bytes)' },
  *check({ model, looked }) {
    for (const { path, type, bytes } of model.manifest) {
      looked({ files: 1 });
      if ((bytes === 0 || type === 'empty') && !MARKER.test(path))
        yield { messageId: 'empty', data: { path, bytes }, at: { kind: 'file' }, file: path };
    }
  },
});
