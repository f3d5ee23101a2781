import { defineRule, type Rule } from '@preflag/core';

/**
 * Does not catch: limits that a rule reaches; these are the rule's own error.
 * Known false alarms: deliveries that are truly that large; raise the limit.
 */
export const limitExceeded: Rule<'manifest'> = defineRule({
  id: 'integrity/limit-exceeded',
  title: 'A file goes beyond a limit and was not read in full',
  severity: 'important',
  certainty: 'certain',
  reads: 'manifest',
  why: 'What was not read was not checked, and a client may not be able to open it either.',
  advice: 'Make {{path}} smaller or simpler, or raise the limit if the client needs it so.',
  messages: {
    file: '{{path}} goes beyond a limit: {{text}}',
    listing: 'Not everything in {{path}} was read: {{text}}',
  },
  *check({ model, looked }) {
    looked({ files: model.manifest.length + model.skipped.length });
    const delivered = new Set(model.manifest.map(({ path }) => path));
    for (const { file, kind, text, limit } of model.failures) {
      if (kind === 'limit' && delivered.has(file))
        yield { messageId: 'file', data: { path: file, text }, at: { kind: 'file' }, file, key: limit ?? '' };
    }
    for (const { path, what, text } of model.skipped)
      if (what === 'limit') yield { messageId: 'listing', data: { path, text }, at: { kind: 'file' }, file: path };
  },
});
