import { existsSync, readFileSync } from 'node:fs';

/** Limits that the kernel keeps for each process of a child, where `prlimit` of util-linux is there (Linux). Core files are never written. */
export interface ResourceLimits {
  /**
   * Writable private memory (RLIMIT_DATA) above what Node maps at its start and never touches, which is more than 1 GB. For
   * children that are used once: what is freed is not always given back.
   */
  readonly dataBytes?: number;
  /** Open files and sockets (RLIMIT_NOFILE). */
  readonly openFiles?: number;
  /** Longest file that may be written (RLIMIT_FSIZE). Pipes are no files. */
  readonly fileBytes?: number;
  /** Processes and threads (RLIMIT_NPROC). The kernel counts those of the user, everywhere but in a user namespace of its own. */
  readonly tasks?: number;
}

const PRLIMIT = '/usr/bin/prlimit';
/** True where a child is started under resource limits. */
export const HAS_PRLIMIT: boolean = process.platform === 'linux' && existsSync(PRLIMIT);

/** The words in front of a command that put it under limits. A limit that this process has already and that is lower is left. */
export function resourceCommand({ dataBytes, openFiles, fileBytes, tasks }: ResourceLimits): readonly string[] {
  if (!HAS_PRLIMIT) return [];
  const wanted = [
    ['core', 'Max core file size', 0],
    ['data', 'Max data size', dataBytes === undefined ? undefined : dataBytes + untouchedBytes()],
    ['nofile', 'Max open files', openFiles],
    ['fsize', 'Max file size', fileBytes],
    ['nproc', 'Max processes', tasks],
  ] as const;
  const own = readFileSync('/proc/self/limits', 'utf8');
  const flags = wanted.flatMap(([flag, name, value]) =>
    value !== undefined && value < hardLimit(own, name) ? [`--${flag}=${value}`] : [],
  );
  return flags.length > 0 ? [PRLIMIT, ...flags, '--'] : [];
}

/** This process is the same Node as the child: what it has mapped writable (VmData) and does not hold (VmRSS). */
function untouchedBytes(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  const [data, resident] = ['VmData', 'VmRSS'].map((name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0));
  return ((data ?? 0) - (resident ?? 0)) * 1024;
}

/** The third column of /proc/self/limits. */
function hardLimit(limits: string, name: string): number {
  const found = new RegExp(`^${name} +\\S+ +(\\S+)`, 'm').exec(limits)?.[1] ?? 'unlimited';
  return found === 'unlimited' ? Infinity : Number(found);
}
