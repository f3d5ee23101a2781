import {
  ALLOW,
  ARCHITECTURE_OFFSET,
  argumentOffset,
  assemble,
  failWith,
  type Instruction,
  KILL_PROCESS,
  NUMBER_OFFSET,
  type Test,
} from './bpf.ts';
import { CLONE, CLONE3, DENIED_CALLS, IOCTL, type Numbers } from './syscalls.ts';

/** `AUDIT_ARCH_*` of linux/audit.h, by the names of `process.arch`. */
const ARCHITECTURES = { x64: 0xc000_003e, arm64: 0xc000_00b7 } as const;

const EPERM = 1;
const ENOSYS = 38;
const CLONE_THREAD = 0x0001_0000;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
const CLONE_NAMESPACES = 0x7e02_0000;
/** Put characters into a terminal as if they were typed, or paste there. */
const TERMINAL_INPUT = [0x5412, 0x541c] as const;
/** Calls of the x32 ABI have this bit on x86_64, and would go past a list of numbers. */
const X32 = 0x4000_0000;

/**
 * The seccomp program of a worker: allows what is not denied; what is denied fails with EPERM, and calls of another
 * architecture kill the process. No process can be started; threads can.
 *
 * @returns the program as `bwrap --seccomp` takes it, or `undefined` on an architecture that is neither x64 nor arm64
 */
export function seccompFilter(arch: string = process.arch): Uint8Array | undefined {
  if (arch !== 'x64' && arch !== 'arm64') return undefined;
  const numberOf = ([x64, arm64]: Numbers): number | undefined => (arch === 'x64' ? x64 : arm64);
  const denied = Object.values(DENIED_CALLS).flatMap((numbers) => numberOf(numbers) ?? []);
  return assemble([
    { do: 'load', offset: ARCHITECTURE_OFFSET },
    { do: 'jump', equal: ARCHITECTURES[arch], yes: 'known' },
    { do: 'return', action: KILL_PROCESS },
    { do: 'label', name: 'known' },
    { do: 'load', offset: NUMBER_OFFSET },
    ...(arch === 'x64' ? when({ atLeast: X32 }, failWith(ENOSYS), 'x32') : []),
    ...when({ equal: numberOf(CLONE3) ?? 0 }, failWith(ENOSYS), 'clone3'),
    ...denied.flatMap((number) => when({ equal: number }, failWith(EPERM), String(number))),
    { do: 'jump', equal: numberOf(CLONE) ?? 0, yes: 'clone' },
    { do: 'jump', equal: numberOf(IOCTL) ?? 0, yes: 'ioctl' },
    { do: 'return', action: ALLOW },
    { do: 'label', name: 'clone' },
    { do: 'load', offset: argumentOffset(0) },
    ...when({ anyBit: CLONE_NAMESPACES }, failWith(EPERM), 'namespaces'),
    ...when({ anyBit: CLONE_THREAD }, ALLOW, 'thread'),
    { do: 'return', action: failWith(EPERM) },
    { do: 'label', name: 'ioctl' },
    { do: 'load', offset: argumentOffset(1) },
    ...TERMINAL_INPUT.flatMap((request) => when({ equal: request }, failWith(EPERM), `ioctl ${request}`)),
    { do: 'return', action: ALLOW },
  ]);
}

/** Ends with `action` when the accumulator fits. */
function when(test: Test, action: number, name: string): Instruction[] {
  return [
    { do: 'jump', ...test, no: `not ${name}` },
    { do: 'return', action },
    { do: 'label', name: `not ${name}` },
  ];
}
