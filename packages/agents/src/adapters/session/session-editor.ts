import { PreflagError } from '@preflag/core';
import type { WorkspaceFiles } from '@preflag/sandbox';
import { sessionFile } from './session-path.ts';
import type { ApplyDiff, EditResult, SessionEditor } from './session-types.ts';

/** Edits text files of the workspace by V4A diffs. */
export function sessionEditor(files: WorkspaceFiles, applyDiff: ApplyDiff): SessionEditor {
  return {
    canAccessPathForEdit(path) {
      try {
        return sessionFile(path) !== '';
      } catch {
        return false;
      }
    },
    async createFile({ path, diff }) {
      const file = sessionFile(path);
      await files.write(file, applyDiff('', diff, 'create'));
      return done(`Created ${file}.`);
    },
    async updateFile({ path, diff, moveTo }) {
      const file = sessionFile(path);
      const target = moveTo === undefined ? file : sessionFile(moveTo);
      const bytes = await files.read(file);
      // A move alone is for files of any kind.
      await files.write(target, diff === '' ? bytes : applyDiff(textOf(bytes, file), diff));
      if (target !== file) await files.remove(file);
      return done(target === file ? `Updated ${file}.` : `Updated ${file} and moved it to ${target}.`);
    },
    async deleteFile({ path }) {
      const file = sessionFile(path);
      await files.remove(file);
      return done(`Deleted ${file}.`);
    },
  };
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new PreflagError('path', `The file '${file}' is no text in UTF-8: a patch cannot be applied to it.`, { cause: error });
  }
}

function done(output: string): EditResult {
  return { status: 'completed', output };
}
