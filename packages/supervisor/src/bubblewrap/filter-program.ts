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
import { CLONE3, IOCTL, type Numbers } from './syscalls.ts';

/** A system call whose arguments decide. */
export interface CloseLook {
  readonly call: Numbers;
  /** Ends with a return. Labels must be its own. */
  readonly program: readonly Instruction[];
}

/** `AUDIT_ARCH_*` of linux/audit.h, by the names of `process.arch`. */
const ARCHITECTURES = { x64: 0xc000_003e, arm64: 0xc000_00b7 } as const;

const EPERM = 1;
const ENOSYS = 38;
export const REFUSE: number = failWith(EPERM);

/** Put characters into a terminal as if they were typed, or paste there. */
const TERMINAL_INPUT = [0x5412, 0x541c] as const;
/** Calls of the x32 ABI have this bit on x86_64, and would go past a list of numbers. */
const X32 = 0x4000_0000;

/**
 * A seccomp program that allows what is not denied. What is denied fails with EPERM; `clone3`, whose flags a filter cannot
 * see, with ENOSYS, so that the C library falls back to `clone`; calls of another architecture kill the process.
 *
 * @returns the program as `bwrap --seccomp` takes it, or `undefined` on an architecture that is neither x64 nor arm64
 */
export function filterProgram(arch: string, denied: readonly Numbers[], looks: readonly CloseLook[]): Uint8Array | undefined {
  if (arch !== 'x64' && arch !== 'arm64') return undefined;
  const numberOf = ([x64, arm64]: Numbers): number | undefined => (arch === 'x64' ? x64 : arm64);
  const closeLooks = [...looks, TERMINAL].flatMap(({ call, program }) => {
    const number = numberOf(call);
    return number === undefined ? [] : [{ number, label: `look at ${number}`, program }];
  });
  return assemble([
    { do: 'load', offset: ARCHITECTURE_OFFSET },
    { do: 'jump', equal: ARCHITECTURES[arch], yes: 'known' },
    { do: 'return', action: KILL_PROCESS },
    { do: 'label', name: 'known' },
    { do: 'load', offset: NUMBER_OFFSET },
    ...(arch === 'x64' ? when({ atLeast: X32 }, failWith(ENOSYS), 'x32') : []),
    ...when({ equal: numberOf(CLONE3) ?? 0 }, failWith(ENOSYS), 'clone3'),
    ...denied.flatMap((numbers) => {
      const number = numberOf(numbers);
      return number === undefined ? [] : when({ equal: number }, REFUSE, String(number));
    }),
    ...closeLooks.map(({ number, label }): Instruction => ({ do: 'jump', equal: number, yes: label })),
    { do: 'return', action: ALLOW },
    ...closeLooks.flatMap(({ label, program }): Instruction[] => [{ do: 'label', name: label }, ...program]),
  ]);
}

/** Ends with `action` when the accumulator fits. `name` must be its own in a program. */
export function when(test: Test, action: number, name: string): Instruction[] {
  return [
    { do: 'jump', ...test, no: `not ${name}` },
    { do: 'return', action },
    { do: 'label', name: `not ${name}` },
  ];
}

const TERMINAL: CloseLook = {
  call: IOCTL,
  program: [
    { do: 'load', offset: argumentOffset(1) },
    ...TERMINAL_INPUT.flatMap((request) => when({ equal: request }, REFUSE, `ioctl ${request}`)),
    { do: 'return', action: ALLOW },
  ],
};
