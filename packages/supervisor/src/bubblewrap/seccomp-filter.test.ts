import { expect, test } from 'vitest';
import { assemble } from './bpf.ts';
import { commandFilter } from './command-filter.ts';
import { seccompFilter } from './seccomp-filter.ts';
import { ALLOWED_TO_COMMANDS, CLONE, CLONE3, DENIED_CALLS, IOCTL, MKNOD, MKNODAT, SOCKET, SOCKETPAIR } from './syscalls.ts';

const [X64, ARM64, I386] = [0xc000003e, 0xc00000b7, 0x40000003];
const ALLOWED = 'allow';
const EPERM = 'errno 1';

/** Runs a program as the kernel does, on one call. */
function judge(program: Uint8Array | undefined, architecture: number, number: number, args: readonly number[] = []): string {
  const data = new DataView(new ArrayBuffer(64));
  data.setUint32(0, number, true);
  data.setUint32(4, architecture, true);
  args.forEach((value, index) => data.setUint32(16 + 8 * index, value, true));
  const code = new DataView((program ?? new Uint8Array()).slice().buffer);
  let accumulator = 0;
  for (let at = 0; at < code.byteLength; at += 8) {
    const operation = code.getUint16(at, true);
    const operand = code.getUint32(at + 4, true);
    if (operation === 0x20) accumulator = data.getUint32(operand, true);
    else if (operation === 0x06) return actionOf(operand);
    else at += 8 * code.getUint8(at + (isTrue(operation, accumulator, operand) ? 2 : 3));
  }
  return 'no return';
}

function isTrue(operation: number, accumulator: number, operand: number): boolean {
  if (operation === 0x15) return accumulator === operand;
  if (operation === 0x35) return accumulator >= operand;
  if (operation === 0x45) return (accumulator & operand) !== 0;
  throw new TypeError(`The operation ${operation} is not known.`);
}

function actionOf(value: number): string {
  if (value === 0x7fff0000) return ALLOWED;
  if (value === 0x80000000) return 'kill';
  return `errno ${value & 0xffff}`;
}

const PTHREAD_FLAGS = 0x003d0f00;
const FORK_FLAGS = 0x01200011;

test.each([
  ['x64', X64, 0],
  ['arm64', ARM64, 1],
] as const)('the filter of %s', (arch, architecture, column) => {
  const filter = seccompFilter(arch);
  const ask = (number: number | undefined, ...args: number[]): string => judge(filter, architecture, number ?? -1, args);
  const denied = Object.entries(DENIED_CALLS).filter(([, numbers]) => numbers[column] !== undefined);
  expect(denied.filter(([, numbers]) => ask(numbers[column]) !== EPERM)).toEqual([]);
  expect([ask(CLONE[column], FORK_FLAGS), ask(CLONE[column], PTHREAD_FLAGS), ask(CLONE[column], PTHREAD_FLAGS | 0x10000000)]).toEqual([
    EPERM,
    ALLOWED,
    EPERM,
  ]);
  expect(ask(CLONE3[column])).toBe('errno 38');
  expect([ask(IOCTL[column], 0, 0x5412), ask(IOCTL[column], 0, 0x541c), ask(IOCTL[column], 0, 0x5401)]).toEqual([EPERM, EPERM, ALLOWED]);
  const listed = new Set(Object.values(DENIED_CALLS).map((numbers) => numbers[column]));
  const rest = Array.from({ length: 500 }, (_, number) => number).filter((number) => !listed.has(number));
  const special = new Set<number | undefined>([CLONE[column], CLONE3[column]]);
  expect(rest.filter((number) => !special.has(number) && ask(number) !== ALLOWED)).toEqual([]);
  expect(judge(filter, I386, 1)).toBe('kill');
  expect(judge(filter, arch === 'x64' ? ARM64 : X64, 1)).toBe('kill');
});

test.each([
  ['x64', X64, 0],
  ['arm64', ARM64, 1],
] as const)('the filter of commands on %s', (arch, architecture, column) => {
  const filter = commandFilter(arch);
  const ask = (numbers: readonly (number | undefined)[], ...args: number[]): string =>
    judge(filter, architecture, numbers[column] ?? -1, args);
  const [AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_ALG, AF_VSOCK] = [1, 2, 10, 16, 38, 40];
  const [STREAM, TCP, UDP, RAW, MPTCP] = [1, 6, 17, 255, 262];
  for (const call of [SOCKET, SOCKETPAIR]) {
    const families = [AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_ALG, AF_VSOCK, 0, 17, 1000];
    expect(families.filter((family) => ask(call, family, STREAM, 0) === ALLOWED)).toEqual([AF_UNIX, AF_INET, AF_INET6]);
    expect([0, TCP, UDP, RAW, MPTCP].filter((protocol) => ask(call, AF_INET6, STREAM, protocol) === ALLOWED)).toEqual([0, TCP, UDP]);
  }
  const [FILE, PIPE, SOCKET_FILE, CHARACTERS, BLOCKS] = [0o100644, 0o010600, 0o140600, 0o020666, 0o060666];
  const modes = [FILE, PIPE, SOCKET_FILE, CHARACTERS, BLOCKS];
  expect(modes.map((mode) => ask(MKNODAT, 0, 0, mode))).toEqual([ALLOWED, ALLOWED, ALLOWED, EPERM, EPERM]);
  // There is no mknod on aarch64.
  const refused = arch === 'x64' ? [CHARACTERS, BLOCKS] : [];
  expect(modes.filter((mode) => ask(MKNOD, 0, mode) !== ALLOWED)).toEqual(refused);
  expect([ask(CLONE, FORK_FLAGS), ask(CLONE, PTHREAD_FLAGS), ask(CLONE, FORK_FLAGS | 0x10000000)]).toEqual([ALLOWED, ALLOWED, EPERM]);
  expect([ask(CLONE3), ask(IOCTL, 0, 0x5412), ask(IOCTL, 0, 0x5401)]).toEqual(['errno 38', EPERM, ALLOWED]);
  const wrong = Object.entries(DENIED_CALLS).filter(
    ([name, numbers]) => numbers[column] !== undefined && !ALLOWED_TO_COMMANDS.has(name) && ask(numbers) !== EPERM,
  );
  expect(wrong).toEqual([]);
  expect(['fork', 'execveat', 'connect', 'pidfd_open'].map((name) => ask(DENIED_CALLS[name] ?? []))).toEqual(Array(4).fill(ALLOWED));
  expect([...ALLOWED_TO_COMMANDS].filter((name) => !Object.hasOwn(DENIED_CALLS, name))).toEqual([]);
  expect(judge(filter, I386, 1)).toBe('kill');
});

test('calls of the x32 ABI do not go past the list', () => {
  expect(judge(seccompFilter('x64'), X64, 0x40000000 + 41)).toBe('errno 38');
});

test('an architecture without a filter is not given one', () => {
  expect(['ia32', 's390x', 'riscv64'].map((arch) => seccompFilter(arch))).toEqual([undefined, undefined, undefined]);
});

test.each([
  ['is missing', [{ do: 'jump', equal: 1, yes: 'nowhere' }]],
  [
    'stands before',
    [
      { do: 'label', name: 'back' },
      { do: 'load', offset: 0 },
      { do: 'jump', equal: 1, no: 'back' },
    ],
  ],
] as const)('a label that %s is refused', (_name, program) => {
  expect(() => assemble(program)).toThrow(RangeError);
});
