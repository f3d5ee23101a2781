import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { seccompFilter } from './seccomp-filter.ts';

/** What a child sees of the file system when it runs in bubblewrap; nothing can be written, and all else is absent. */
export interface Jail {
  /** Files and folders of the host, at their own places. */
  readonly read: readonly string[];
  /** Symbolic links: absolute place → absolute target. */
  readonly links: ReadonlyMap<string, string>;
}

/** A command that runs Node in a jail. */
export interface JailCommand {
  /** Node's own arguments follow. */
  readonly command: readonly string[];
  /** Must be readable to its end at the file descriptor that was named. */
  readonly filter: Uint8Array;
}

/**
 * Node in bubblewrap: own user, mount, pid, network, IPC, UTS and cgroup namespaces, no capabilities, no terminal, an
 * environment that is empty but for `PWD`, no /proc, of /dev only null, and the filter of {@link seccompFilter}.
 *
 * @param filterFd where the filter will be read
 * @returns `undefined` where there is no bubblewrap or no filter for the architecture
 */
export function jailCommand(jail: Jail, filterFd: number): JailCommand | undefined {
  const program = findBubblewrap();
  const filter = seccompFilter();
  if (program === undefined || filter === undefined) return undefined;
  const read = [process.execPath, ...sharedLibraries(), ...jail.read];
  return {
    command: [
      program,
      ...WALLS,
      ...read.flatMap((path) => ['--ro-bind', path, path]),
      ...[...jail.links].flatMap(([place, target]) => ['--symlink', target, place]),
      '--remount-ro',
      '/',
      '--chdir',
      '/',
      '--seccomp',
      String(filterFd),
      '--',
      process.execPath,
    ],
    filter,
  };
}

/** Node opens /dev/null in the place of standard streams that are closed. */
const WALLS =
  '--unshare-all --die-with-parent --new-session --clearenv --cap-drop ALL --hostname sandbox --dev-bind /dev/null /dev/null'.split(' ');

/** The path of `bwrap`, as a shell would find it, or where distributions put it. */
export function findBubblewrap(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return [...folders, '/usr/bin', '/bin', '/usr/local/bin'].map((folder) => join(folder, 'bwrap')).find((path) => existsSync(path));
}

let libraries: readonly string[] | undefined;

/** What the loader loaded for this very Node. The child is the same binary, so it needs the same. */
export function sharedLibraries(): readonly string[] {
  if (libraries) return libraries;
  const report: NodeJS.ProcessReport & { excludeNetwork?: boolean } = process.report;
  const isNetworkLeftOut = report.excludeNetwork ?? false;
  // Else the report asks the name server for the names of open connections.
  report.excludeNetwork = true;
  const { sharedObjects } = report.getReport() as { readonly sharedObjects: readonly string[] };
  report.excludeNetwork = isNetworkLeftOut;
  libraries = sharedObjects.filter((path) => path.startsWith('/') && path !== process.execPath && existsSync(path));
  return libraries;
}
