import { defineRule, type Rule } from '@preflag/core';

/**
 * Does not catch: files of formats that no reader reads (their checks are not-checked), and damage that a reader mends silently.
 * Known false alarms: files that only newer programs write; the message says what the reader met.
 */
export const corruptFile: Rule<'manifest'> = defineRule({
  id: 'integrity/corrupt-file',
  title: 'A file cannot be opened, or not wholly',
  severity: 'critical',
  certainty: 'certain',
  reads: 'manifest',
  why: 'The client cannot use a file that does not open.',
  advice: 'Open {{path}} after writing it, mend what is named, and hand it in again.',
  messages: {
    corrupt: '{{path}} is damaged: {{text}}',
    encrypted: {
      text: '{{path}} is protected by a password',
      advice: 'Hand in {{path}} without a password, unless the client asked for one.',
    },
    encoding: {
      text: 'The text of {{path}} cannot be decoded: {{text}}',
      advice: 'Save {{path}} as UTF-8, or declare its encoding (--encoding).',
    },
    unreadable: '{{path}} cannot be read: {{text}}',
  },
  *check({ model, looked }) {
    looked({ files: model.manifest.length });
    const delivered = new Set(model.manifest.filter(({ type }) => type !== 'empty').map(({ path }) => path));
    for (const { file, kind, text, place } of model.failures) {
      if (!delivered.has(file) || kind === 'limit' || kind === 'unsupported') continue;
      yield {
        messageId: kind === 'missing' ? 'unreadable' : kind,
        data: { path: file, text },
        at: place ?? { kind: 'file' },
        file,
        key: kind,
      };
    }
    for (const { path, what, text } of model.skipped)
      if (what === 'unreadable') yield { messageId: 'unreadable', data: { path, text }, at: { kind: 'file' }, file: path };
  },
});
