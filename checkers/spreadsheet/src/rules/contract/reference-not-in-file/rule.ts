import { defineRule, matchDeliverables, type DataFile, type Job, type Rule } from '@preflag/core';
import type { Table, Workbook } from '@preflag/readers';
import { askedColumns, type AskedColumn } from '../../../contract/asked-columns.ts';
import { columnIn, dataColumns, type DataColumn } from '../../../contract/data-columns.ts';
import { tableWith } from '../../../contract/data-tables.ts';
import { findUnmatched, valuesIn } from '../../../contract/find-unmatched.ts';
import { heldTable } from '../../../facts/held-table.ts';

/**
 * Compares the values of a column with those of one in another file, delivered or beside the job: exactly, numbers by what they are.
 * Does not catch: a value that stands there and means another row.
 * Known false alarms: a code of digits that the other file holds as a number, without its zeros; the two do differ.
 */
export const referenceNotInFile: Rule<'workbook' | 'table', unknown, readonly AskedColumn[]> = defineRule<
  'workbook' | 'table',
  unknown,
  readonly AskedColumn[]
>({
  id: 'spreadsheet/reference-not-in-file',
  title: 'A value refers to something that is not in another file',
  severity: 'important',
  certainty: 'certain',
  reads: ['workbook', 'table'],
  needs: ['data'],
  facts: [heldTable],
  demands: ['columns.inFile'],
  why: 'The two files do not fit: whoever joins them loses the row, or ends with a blank in it.',
  advice: "Correct '{{found}}', or add it to {{where}}.",
  messages: {
    unmatched: "'{{column}}' holds '{{found}}', which does not stand in {{where}}",
    similar: {
      text: "'{{column}}' holds '{{found}}', which is written '{{similar}}' in {{where}}",
      advice: "Write '{{similar}}', just so.",
    },
    unfound: { text: "'{{column}}' cannot be compared: {{missing}} is not there", advice: 'Put {{missing}} where the job expects it.' },
  },
  asks: (deliverable) => askedColumns(deliverable, (column) => column.in?.file !== undefined),
  *check({ model, facts, asked, job, data, looked, notChecked, jobError }) {
    for (const column of dataColumns({ model, facts, notChecked }, asked)) {
      const { file = '', sheet, column: name } = column.asked.in ?? { column: '' };
      const where = `the column '${name}' of ${file}${sheet === undefined ? '' : ` on the sheet '${sheet}'`}`;
      const other = otherColumn(data.get(file), sheet, name, (text) => notChecked('no-data', `${file}: ${text}`));
      if (other === 'unread') continue;
      if (other) yield* findUnmatched(column, valuesIn(other), where, { looked, notChecked });
      else if (isOfDelivery(job, file))
        yield { messageId: 'unfound', data: { column: column.header, missing: where }, at: { kind: 'file' }, key: column.header };
      else
        jobError(
          `${column.pointer}/in/column`,
          `There is no column '${name}' in ${file}${sheet === undefined ? '' : ` on the sheet '${sheet}'`}. Mend the name.`,
        );
    }
  },
});

function otherColumn(
  file: DataFile | undefined,
  sheet: string | undefined,
  column: string,
  sayUnread: (text: string) => void,
): DataColumn | 'unread' | undefined {
  if (!file || 'unread' in file) {
    sayUnread(file?.unread ?? 'The file was not delivered.');
    return 'unread';
  }
  if (!isTabular(file.model)) {
    sayUnread('The file has no columns: use a workbook or a csv.');
    return 'unread';
  }
  let isUnread = false;
  const notChecked = (_code: string, text: string): void => {
    isUnread = true;
    sayUnread(text);
  };
  const table = tableWith({ model: file.model, facts: file.facts, notChecked }, sheet, column);
  return isUnread ? 'unread' : table && columnIn(table, { name: column });
}

function isTabular(model: { readonly kind: string }): model is Workbook | Table {
  return model.kind === 'workbook' || model.kind === 'table';
}

function isOfDelivery(job: Job | null, file: string): boolean {
  return job !== null && matchDeliverables(job, [file]).size > 0;
}
