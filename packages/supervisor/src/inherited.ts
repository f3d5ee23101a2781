import type { StdioOptions } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';

/** O_CLOEXEC in the flags of /proc/self/fdinfo (proc_pid_fdinfo(5)), which are octal. */
const CLOSED_ON_EXEC = 0o2_000_000;

/**
 * Standard streams for a child that gets no descriptor but these: what this process was itself started with, and Node would
 * hand on, is /dev/null there. An open folder of the host would lead out of any jail. Elsewhere than on Linux, as given.
 */
export function withoutInherited(streams: Exclude<StdioOptions, string>): Exclude<StdioOptions, string> {
  const open = new Set(inherited().filter((descriptor) => descriptor >= streams.length));
  if (open.size === 0) return streams;
  plug ??= openSync(devNull, 'r');
  const hole = plug;
  // Node leaves what is to be ignored as it is, but for the first three.
  const more = Array.from({ length: Math.max(...open) + 1 - streams.length }, (_, index) =>
    open.has(streams.length + index) ? hole : ('ignore' as const),
  );
  return [...streams, ...more];
}

let plug: number | undefined;

/** Descriptors of this process that a program which it starts would have, too. */
function inherited(): readonly number[] {
  try {
    return readdirSync('/proc/self/fdinfo')
      .map(Number)
      .filter((descriptor) => (Number.parseInt(flagsOf(descriptor), 8) & CLOSED_ON_EXEC) === 0);
  } catch {
    return [];
  }
}

/** One that was closed meanwhile, such as that of the listing, is not handed on. */
function flagsOf(descriptor: number): string {
  try {
    return /^flags:\s+(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))?.[1] ?? '0';
  } catch {
    return CLOSED_ON_EXEC.toString(8);
  }
}
