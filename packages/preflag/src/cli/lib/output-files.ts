import { resolve } from 'node:path';
import { PreflagError, type Report } from '@preflag/core';
import { deliveryName } from '@preflag/reporters/terminal';
import type { Output } from './output.ts';

/** One thing to write: reports in a format, to a file or to standard output. */
export interface OutputFile extends Output {
  readonly reports: readonly Report[];
}

/** Stands in the name of a file for the job's id, or the name of the delivery. */
const ID = '{id}';

/**
 * What goes where: a file for each delivery where its name says `{id}`, else one for all.
 * @throws {PreflagError} code `usage` when two would be the same file
 */
export function filesOf(outputs: readonly Output[], reports: readonly Report[]): readonly OutputFile[] {
  const files = outputs.flatMap(({ format, file }): readonly OutputFile[] =>
    file?.includes(ID)
      ? reports.map((report) => ({ format, file: file.replaceAll(ID, fileName(deliveryName(report))), reports: [report] }))
      : [{ format, reports, ...(file !== undefined && { file }) }],
  );
  const taken = new Map<string, OutputFile>();
  for (const one of files) {
    if (one.file === undefined) continue;
    const other = taken.get(resolve(one.file));
    if (other)
      throw new PreflagError('usage', `${nameOf(other)} and ${nameOf(one)} would both be written to ${one.file}. Give each its own file.`);
    taken.set(resolve(one.file), one);
  }
  return files;
}

function nameOf({ format, reports }: OutputFile): string {
  return `${format}${reports.length === 1 ? ` of ${reports[0]?.root}` : ''}`;
}

/** A name that stays in its folder, on every system. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'delivery';
}
