import { PreflagError } from '@preflag/core';
import type { WorkspaceFiles } from '@preflag/sandbox';
import { refuseRunAs, ROOT, sessionFile, sessionPath } from './session-path.ts';
import type { AgentsSession, ManifestEntry, SessionManifest } from './session-types.ts';
import { imageOf } from './image-of.ts';

type FileMethods = Pick<
  AgentsSession<SessionManifest>,
  'readFile' | 'listDir' | 'pathExists' | 'directoryExists' | 'viewImage' | 'materializeEntry'
>;

/** The methods of a session that are about files. A folder is there as long as a file is in it. */
export function sessionFiles(files: WorkspaceFiles): FileMethods {
  const isFolder = async (path: string): Promise<boolean> => path === '' || (await files.list(path)).length > 0;
  return {
    async readFile({ path, runAs, maxBytes }) {
      refuseRunAs(runAs);
      const bytes = await files.read(sessionFile(path));
      return maxBytes === undefined ? bytes : bytes.subarray(0, maxBytes);
    },
    async listDir({ path, runAs }) {
      refuseRunAs(runAs);
      const folder = sessionPath(path);
      const begin = folder === '' ? '' : `${folder}/`;
      const below = (await files.list(folder)).map((file) => file.slice(begin.length).split('/'));
      if (below.length === 0 && folder !== '') throw new PreflagError('path', `There is no folder '${path}' in the workspace.`);
      const kinds = new Map(below.map(([name = '', ...rest]) => [name, rest.length > 0 ? ('dir' as const) : ('file' as const)]));
      return [...kinds].map(([name, type]) => ({ name, path: `${begin}${name}`, type }));
    },
    async pathExists(path, runAs) {
      refuseRunAs(runAs);
      const place = sessionPath(path);
      return (await isFolder(place)) || (await files.stat(place)) !== null;
    },
    async directoryExists(path, runAs) {
      refuseRunAs(runAs);
      return isFolder(sessionPath(path));
    },
    async viewImage({ path, runAs }) {
      refuseRunAs(runAs);
      const file = sessionFile(path);
      if ((await files.stat(file)) === null) throw new PreflagError('path', `Image file not found: ${path}`);
      return imageOf(await files.read(file), path);
    },
    async materializeEntry({ path, entry, runAs }) {
      refuseRunAs(runAs);
      await materialize(files, sessionPath(path), entry);
    },
  };
}

async function materialize(files: WorkspaceFiles, path: string, entry: ManifestEntry): Promise<void> {
  const { type, content, children } = entry;
  if (type === 'file' && path !== '' && (typeof content === 'string' || content instanceof Uint8Array)) {
    await files.write(path, content);
  } else if (type === 'dir') {
    for (const [name, child] of Object.entries((children ?? {}) as Readonly<Record<string, ManifestEntry>>)) {
      await materialize(files, sessionPath(path === '' ? name : `${path}/${name}`), child);
    }
  } else {
    throw new PreflagError(
      'usage',
      `The entry '${path === '' ? ROOT : path}' is of the kind '${type}': this sandbox takes files with their content, and folders of them.`,
    );
  }
}
