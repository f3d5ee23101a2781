import { FactStore, type Fact, type Model, type Reads } from '@preflag/core';
import { readTarget } from '@preflag/readers/worker';
import type { DescribeRequest } from '../check/messages.ts';
import type { FileTraits } from './file-traits.ts';

const WANTED = new Set<Reads>(['document', 'workbook', 'table']);

/** The worker's part in making a job from examples: reads a file, and tells what it is like. */
export async function describeFile({ file, contentType, limits }: DescribeRequest): Promise<FileTraits> {
  const { target, failures } = await readTarget({ file, type: contentType, job: null, deliverable: null, wanted: WANTED, limits });
  const [model] = target.models.values();
  // What stands in the rest of a file that was read in part might contradict what was read.
  if (failures.length > 0) return { kind: 'unread' };
  if (model?.kind === 'document') {
    const { documentTraits } = await import('@preflag/checker-formatting/traits');
    const { sectionTraits } = await import('@preflag/checker-report-structure/traits');
    const facts = await readerOf(model, [documentTraits, sectionTraits], limits);
    return { kind: 'document', document: facts(documentTraits), sections: facts(sectionTraits) };
  }
  if (model?.kind === 'workbook' || model?.kind === 'table') {
    const { tableTraits } = await import('@preflag/checker-spreadsheet/traits');
    const facts = await readerOf(model, [tableTraits], limits);
    return { kind: 'tables', tables: facts(tableTraits) };
  }
  return { kind: 'other' };
}

async function readerOf(model: Model, facts: readonly Fact[], limits: DescribeRequest['limits']): Promise<ReturnType<FactStore['reader']>> {
  const store = new FactStore({ limits });
  await store.prepare(model, facts);
  return store.reader(model);
}
