import { defineRule, type ContentType, type DeliverableType, type Rule } from '@preflag/core';
import { filesByDeliverable } from '../../../job-files.ts';

const SHEETS: readonly ContentType[] = ['xlsx', 'xls', 'xlsb', 'ods'];
const TABLES: readonly ContentType[] = ['csv', 'tsv', ...SHEETS];
/** Files of localisation, which are text too. */
const CATALOGS: readonly ContentType[] = ['xliff', 'tmx', 'po', 'properties', 'android-strings', 'ios-strings', 'xcstrings', 'srt', 'vtt'];
const TEXTS: readonly ContentType[] = ['docx', 'doc', 'odt', 'rtf', 'pptx', 'ppt', 'pdf', 'markdown', 'html', 'text', ...CATALOGS];

/** What each type of deliverable may be made of; `translation` and `any` may be anything. */
const ALLOWED: Readonly<Partial<Record<DeliverableType, readonly ContentType[]>>> = {
  spreadsheet: SHEETS,
  table: TABLES,
  report: TEXTS,
  document: TEXTS,
  data: ['json', 'xml', ...CATALOGS, ...TABLES],
};

/** What an extension promises. Kinds of plain text are not told apart: their bytes look alike. */
const PROMISED: Readonly<Record<string, readonly ContentType[]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xls: ['xls'],
  ods: ['ods'],
  docx: ['docx'],
  doc: ['doc'],
  odt: ['odt'],
  pptx: ['pptx'],
  pdf: ['pdf'],
  rtf: ['rtf'],
  png: ['image'],
  jpg: ['image'],
  jpeg: ['image'],
  gif: ['image'],
};
const PLAIN: readonly ContentType[] = ['csv', 'tsv', 'markdown', 'html', 'text', 'json', 'xml', ...CATALOGS];
const PLAIN_EXTENSIONS = new Set(['csv', 'tsv', 'md', 'markdown', 'txt', 'json', 'html', 'htm']);

/** Types that say nothing of what was meant: damaged, protected and empty files have rules of their own. */
const NO_TYPE: ReadonlySet<ContentType> = new Set(['empty', 'encrypted-office', 'other', 'zip']);
/** Kinds that no reader reads, so that no other rule finds damage in them; and that always begin as themselves. */
const UNREAD = new Set(['pdf', 'ods', 'odt', 'pptx']);

/**
 * Does not catch: plain text of another kind (markdown in a .txt).
 * Known false alarms: programs that write html under the name .xls on purpose.
 */
export const wrongType: Rule<'manifest'> = defineRule({
  id: 'integrity/wrong-type',
  title: 'A file is not of the type that its name or the job says',
  severity: 'critical',
  certainty: 'certain',
  reads: 'manifest',
  why: 'The program that the client opens it with refuses it, or the client gets something else than was asked.',
  advice: 'Write {{path}} as a real {{expected}} file; renaming does not convert it.',
  messages: {
    name: 'The name of {{path}} says {{expected}}, and its content is {{found}}',
    job: {
      text: 'The job asks for a {{expected}} at {{path}}, and its content is {{found}}',
      advice: 'Hand in {{path}} as a {{expected}}.',
    },
  },
  *check({ model, job, looked }) {
    const wanted = new Map(
      job
        ? filesByDeliverable(job, model).flatMap(({ deliverable, files }) => files.map(({ path }) => [path, deliverable.type] as const))
        : [],
    );
    for (const { path, type } of model.manifest) {
      const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
      const isNothingKnown = (type === 'other' || type === 'zip') && UNREAD.has(extension);
      if (NO_TYPE.has(type) && !isNothingKnown) continue;
      looked({ files: 1 });
      const promised = PROMISED[extension] ?? (PLAIN_EXTENSIONS.has(extension) ? PLAIN : undefined);
      const deliverableType = wanted.get(path);
      const allowed = deliverableType && ALLOWED[deliverableType];
      const at = { kind: 'file' } as const;
      if (promised && !promised.includes(type))
        yield {
          messageId: 'name',
          data: { path, expected: extension, found: type === 'other' ? 'of no known type' : type },
          at,
          file: path,
        };
      else if (allowed && !allowed.includes(type) && !(deliverableType === 'spreadsheet' && (extension === 'csv' || extension === 'tsv'))) {
        yield { messageId: 'job', data: { path, expected: deliverableType, found: type }, at, file: path };
      }
    }
  },
});
