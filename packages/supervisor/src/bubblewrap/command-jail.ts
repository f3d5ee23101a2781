import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { findBubblewrap } from './jail.ts';
import { commandFilter } from './command-filter.ts';

/** What a command sees of the machine: programs and libraries of the system, and what is named here. */
export interface CommandJail {
  /** Place in the jail → file or folder of the host, read-only. */
  readonly read: ReadonlyMap<string, string>;
  /** Place in the jail → folder of the host that may be written. */
  readonly write: ReadonlyMap<string, string>;
  /** Folders in memory that may be written and are gone with the jail. */
  readonly scratch: readonly string[];
  /** Most bytes of each of them. */
  readonly scratchBytes: number;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it starts. */
  readonly cwd: string;
}

/** The words of bubblewrap, and what it must be given to read. */
export interface JailedCommand {
  /** The command's own words follow. */
  readonly words: readonly string[];
  /** Its options, for the descriptor `args`: not among the words, which every user of the machine can see. */
  readonly args: Uint8Array;
  /** For the descriptor `filter`. */
  readonly filter: Uint8Array;
}

/** Descriptors of bubblewrap; it closes them before the command starts. */
export interface JailDescriptors {
  readonly args: number;
  readonly filter: number;
  /** Where it writes what becomes of the command: lines of JSON with `child-pid`, and at the end with `exit-code`. */
  readonly status: number;
}

/**
 * A command in bubblewrap: own user, mount, pid, network, IPC, UTS and cgroup namespaces, no capabilities, no terminal, an own
 * /proc and a small /dev, the programs of the system, and the filter of `commandFilter`. Nothing else of the host is there.
 *
 * @returns `undefined` where there is no bubblewrap or no filter for the architecture
 */
export function jailedCommand(jail: CommandJail, descriptors: JailDescriptors): JailedCommand | undefined {
  const program = findBubblewrap();
  const filter = commandFilter();
  if (program === undefined || filter === undefined) return undefined;
  const size = ['--size', String(jail.scratchBytes)];
  const options = [
    WALLS,
    systemFolders(),
    ['--proc', '/proc', ...hiddenOfProc(), '--remount-ro', '/proc'],
    ['--dev', '/dev', ...size, '--perms', '1777', '--tmpfs', '/dev/shm', '--remount-ro', '/dev'],
    ...jail.scratch.map((place) => [...size, '--perms', '0777', '--tmpfs', place]),
    ...[...jail.read].map(([place, path]) => ['--ro-bind', path, place]),
    ...[...jail.write].map(([place, path]) => ['--bind', path, place]),
    ['--remount-ro', '/', '--chdir', jail.cwd],
    ...Object.entries(jail.env).map(([name, value]) => ['--setenv', name, value]),
    ['--seccomp', String(descriptors.filter)],
  ].flat();
  return {
    words: [program, '--args', String(descriptors.args), '--json-status-fd', String(descriptors.status), '--'],
    args: Buffer.from(options.map((option) => `${option}\0`).join('')),
    filter,
  };
}

/** The user of the jail has a number of its own, whoever runs it: programs refuse things to root, and it is nobody there. */
const WALLS =
  '--unshare-all --unshare-user --die-with-parent --new-session --clearenv --cap-drop ALL --hostname sandbox --uid 1000 --gid 1000'.split(
    ' ',
  );

/** A system whose /bin is a link into /usr gets the same link. */
function systemFolders(): readonly string[] {
  return ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'].flatMap((path) => {
    if (!existsSync(path)) return [];
    return lstatSync(path).isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
  });
}

/**
 * What tells of the kernel and of the host's devices. Most is for root only, and a jail that root starts is root's to the
 * kernel, though without capabilities.
 */
const HIDDEN_FILES = (
  'cmdline config.gz interrupts iomem kallsyms kcore key-users keys kmsg kpagecgroup kpagecount kpageflags latency_stats ' +
  'pagetypeinfo sched_debug slabinfo sysrq-trigger timer_list timer_stats vmallocinfo'
).split(' ');
const HIDDEN_FOLDERS = ['acpi', 'asound', 'scsi'];

function hiddenOfProc(): readonly string[] {
  const isThere = (name: string): boolean => existsSync(`/proc/${name}`);
  return [
    ...HIDDEN_FILES.filter(isThere).flatMap((name) => ['--ro-bind', '/dev/null', `/proc/${name}`]),
    ...HIDDEN_FOLDERS.filter(isThere).flatMap((name) => ['--tmpfs', `/proc/${name}`, '--remount-ro', `/proc/${name}`]),
  ];
}
