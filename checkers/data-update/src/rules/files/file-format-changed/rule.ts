import { defineRule, type Rule } from '@preflag/core';

/**
 * Compares how two csv files are written.
 * Does not catch: quotes that were added or left out, which mean nothing.
 * Known false alarms: none; whether the new form was asked for, the job cannot say.
 */
export const fileFormatChanged: Rule<'update'> = defineRule({
  id: 'data-update/file-format-changed',
  title: 'The file is written in another form',
  severity: 'important',
  certainty: 'likely',
  reads: 'update',
  needs: ['before'],
  why: 'Programs of the client that read the file as it was fail, or garble letters.',
  advice: 'Write the file as it was before: {{before}}.',
  messages: {
    encoding: 'The encoding was {{before}} and is now {{after}}',
    delimiter: 'The cells were parted by {{before}} and are now by {{after}}',
    mark: { text: 'The file began {{before}} byte order mark and now begins {{after}} one', severity: 'minor' },
    lineEnd: { text: 'The lines ended with {{before}} and end with {{after}} now', severity: 'minor' },
    type: 'The file was a {{before}} and is a {{after}} now',
  },
  *check({ model, looked }) {
    const { before, after } = model.models;
    looked({ files: 1 });
    const at = { kind: 'file' } as const;
    if (before.kind !== after.kind) {
      const name = (kind: string): string => (kind === 'workbook' ? 'workbook' : 'csv');
      yield { messageId: 'type', data: { before: name(before.kind), after: name(after.kind) }, at, key: 'type' };
      return;
    }
    if (before.kind !== 'table' || after.kind !== 'table') return;
    const [was, is] = [before.dialect, after.dialect];
    if (was.encoding !== is.encoding)
      yield { messageId: 'encoding', data: { before: was.encoding, after: is.encoding }, at, key: 'encoding' };
    // Files of one column have no delimiter to tell.
    if (was.delimiter !== is.delimiter && before.header.length !== 1 && after.header.length !== 1)
      yield { messageId: 'delimiter', data: { before: nameOf(was.delimiter), after: nameOf(is.delimiter) }, at, key: 'delimiter' };
    if (was.bom !== is.bom)
      yield { messageId: 'mark', data: { before: was.bom ? 'with a' : 'without a', after: is.bom ? 'with' : 'without' }, at, key: 'mark' };
    if (was.lineEnd !== is.lineEnd)
      yield { messageId: 'lineEnd', data: { before: nameOf(was.lineEnd), after: nameOf(is.lineEnd) }, at, key: 'line ends' };
  },
});

const NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  '\n': 'LF',
  '\r\n': 'CRLF',
  '\r': 'CR',
};

function nameOf(mark: string): string {
  return NAMES[mark] ?? `'${mark}'`;
}
