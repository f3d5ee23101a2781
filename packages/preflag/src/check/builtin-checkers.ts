import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { createRequire } from 'node:module';
import { messageOf, PreflagError } from '@preflag/core';

/** The checkers that come with preflag, in the order in which reports list them. */
export const BUILTIN_CHECKERS = [
  '@preflag/checker-integrity',
  '@preflag/checker-spreadsheet',
  '@preflag/checker-data-update',
  '@preflag/checker-formatting',
  '@preflag/checker-translation',
  '@preflag/checker-report-structure',
] as const;

/**
 * The URL of a checker's module: one of ours, a package as the working folder sees it, or a file.
 * @throws {PreflagError} code `usage` when there is no such module
 */
export function resolveChecker(specifier: string): string {
  if (BUILTIN_CHECKERS.some((name) => name === specifier)) return import.meta.resolve(specifier);
  try {
    if (specifier.startsWith('file:')) return specifier;
    if (/^[./]/.test(specifier)) return pathToFileURL(resolve(specifier)).href;
    return pathToFileURL(createRequire(resolve('package.json')).resolve(specifier)).href;
  } catch (error) {
    throw new PreflagError('usage', `The checker '${specifier}' is not installed here: ${messageOf(error).split('\n')[0]}`, {
      cause: error,
    });
  }
}
