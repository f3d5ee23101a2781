import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { createRequire } from 'node:module';
import { messageOf, PreflagError, type Reads } from '@preflag/core';

/** The checkers that come with preflag, in the order in which reports list them, and what their rules read: nothing else loads them. */
export const BUILTIN_READS: Readonly<Record<string, readonly Reads[]>> = {
  '@preflag/checker-integrity': ['manifest'],
  '@preflag/checker-spreadsheet': ['workbook', 'table'],
  '@preflag/checker-data-update': ['update'],
  '@preflag/checker-formatting': ['document'],
  '@preflag/checker-translation': ['bitext'],
  '@preflag/checker-report-structure': ['document', 'package'],
};

export const BUILTIN_CHECKERS: readonly string[] = Object.keys(BUILTIN_READS);

/** A checker or language identifier to be loaded by a worker. */
export interface CheckerModule {
  readonly url: string;
  /** What its rules read, where that is known before it is loaded. */
  readonly reads?: readonly Reads[];
}

/**
 * A checker's module: one of ours, a package as the working folder sees it, or a file.
 * @throws {PreflagError} code `usage` when there is no such module
 */
export function resolveChecker(specifier: string): CheckerModule {
  const reads = BUILTIN_READS[specifier];
  return reads
    ? { url: import.meta.resolve(specifier.replace('@preflag/checker-', 'preflag/checkers/')), reads }
    : { url: urlOf(specifier) };
}

function urlOf(specifier: string): string {
  try {
    if (specifier.startsWith('file:')) return fileUrl(fileURLToPath(specifier));
    if (/^[./]/.test(specifier)) return fileUrl(resolve(specifier));
    return pathToFileURL(createRequire(resolve('package.json')).resolve(specifier)).href;
  } catch (error) {
    throw new PreflagError('usage', `The plugin '${specifier}' is not installed here: ${messageOf(error).split('\n')[0]}`, {
      cause: error,
    });
  }
}

/** @throws {Error} when there is no such file */
function fileUrl(path: string): string {
  if (!statSync(path).isFile()) throw new Error(`${path} is not a file`);
  return pathToFileURL(path).href;
}
