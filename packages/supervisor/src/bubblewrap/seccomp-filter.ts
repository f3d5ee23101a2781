import { ALLOW, argumentOffset } from './bpf.ts';
import { filterProgram, REFUSE, when } from './filter-program.ts';
import { CLONE, DENIED_CALLS } from './syscalls.ts';

const CLONE_THREAD = 0x0001_0000;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
export const CLONE_NAMESPACES = 0x7e02_0000;

/**
 * The seccomp program of a worker: no call of `DENIED_CALLS`, and no process can be started; threads can.
 *
 * @returns the program as `bwrap --seccomp` takes it, or `undefined` on an architecture that is neither x64 nor arm64
 */
export function seccompFilter(arch: string = process.arch): Uint8Array | undefined {
  return filterProgram(arch, Object.values(DENIED_CALLS), [
    {
      call: CLONE,
      program: [
        { do: 'load', offset: argumentOffset(0) },
        ...when({ anyBit: CLONE_NAMESPACES }, REFUSE, 'namespaces'),
        ...when({ anyBit: CLONE_THREAD }, ALLOW, 'thread'),
        { do: 'return', action: REFUSE },
      ],
    },
  ]);
}
