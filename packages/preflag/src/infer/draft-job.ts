import type { DeliverableType } from '@preflag/core';
import { documentEntries, documentType, type DocumentExample } from './document-entries.ts';
import type { Entry, Item } from './draft.ts';
import type { ExampleFile } from './file-traits.ts';
import { groupFiles, type FileGroup } from './group-files.ts';
import { pairTranslations, type TranslationPair } from './pair-translations.ts';
import { seenIn } from './seen.ts';
import { tableEntries } from './table-entries.ts';

/** A job that asks for what the files of accepted deliveries have in common. */
export function draftJob(id: string, files: readonly ExampleFile[], deliveries: number): readonly Entry[] {
  const groups = groupFiles(files, deliveries);
  const pairs = pairTranslations(groups);
  return [
    { key: 'version', value: 1 },
    { key: 'id', value: id },
    { key: 'deliverables', items: groups.map((group) => deliverableItem(group, pairs.get(group.path), deliveries)) },
  ];
}

function deliverableItem(group: FileGroup, pair: TranslationPair | undefined, deliveries: number): Item {
  const { path, files, counts } = group;
  const isUnread = files.some(({ traits }) => traits.kind === 'unread');
  const present = counts.filter((count) => count > 0).length;
  const note = [
    ...(deliveries > 1 ? [seenIn(present, deliveries, 'deliveries')] : []),
    ...(isUnread ? ['could not be read, so that only the file is asked for'] : []),
  ].join('; ');
  return {
    name: path,
    isFlow: false,
    ...(note !== '' && { note }),
    entries: [
      { key: 'path', value: path },
      { key: 'type', value: pair ? 'translation' : typeOf(files) },
      ...(present < deliveries ? [{ key: 'optional', value: true }] : []),
      ...countEntry(counts),
      ...(pair ? pairEntries(pair) : ownEntries(files)),
    ],
  };
}

/** Where a delivery has several of the files, one at least is asked for. */
function countEntry(counts: readonly number[]): readonly Entry[] {
  const some = counts.filter((count) => count > 0);
  const [least, most] = [Math.min(...some), Math.max(...some)];
  return most > 1
    ? [{ key: 'count', value: { min: 1 }, note: least === most ? `${most} files seen` : `${least} to ${most} files seen` }]
    : [];
}

function pairEntries({ source, language }: TranslationPair): readonly Entry[] {
  return [
    { key: 'source', value: source, note: 'by their names' },
    { key: 'language', value: language },
  ];
}

function typeOf(files: readonly ExampleFile[]): DeliverableType {
  const [first] = files;
  switch (first?.type) {
    case 'xlsx':
      return 'spreadsheet';
    case 'csv':
    case 'tsv':
      return 'table';
    case 'json':
      return 'data';
    default: {
      const documents = documentsOf(files);
      return documents.length === files.length ? documentType(documents) : 'any';
    }
  }
}

function ownEntries(files: readonly ExampleFile[]): readonly Entry[] {
  const documents = documentsOf(files);
  if (documents.length === files.length)
    return documentEntries(
      documents,
      files.some(({ type }) => type === 'text'),
    );
  const tables = files.flatMap(({ traits }) => (traits.kind === 'tables' ? [traits.tables] : []));
  return tables.length === files.length ? tableEntries(tables) : [];
}

function documentsOf(files: readonly ExampleFile[]): readonly DocumentExample[] {
  return files.flatMap(({ traits }) => (traits.kind === 'document' ? [traits] : []));
}
