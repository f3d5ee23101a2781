import { ALLOW, argumentOffset, type Instruction } from './bpf.ts';
import { filterProgram, REFUSE, when } from './filter-program.ts';
import { CLONE_NAMESPACES } from './seccomp-filter.ts';
import { ALLOWED_TO_COMMANDS, CLONE, DENIED_CALLS, MKNOD, MKNODAT, SOCKET, SOCKETPAIR } from './syscalls.ts';

const AF_UNIX = 1;
const AF_INET = 2;
const AF_INET6 = 10;
const ANY_PROTOCOL = 0;
const TCP = 6;
const UDP = 17;
/** S_IFCHR and S_IFBLK have this bit of S_IFMT; S_IFIFO, S_IFSOCK and S_IFREG do not. */
const DEVICE = 0o020000;

/**
 * The seccomp program of a command: processes may be started, but in no new namespace; sockets are of the kinds unix, TCP and
 * UDP only; named pipes may be made, devices not. The rest of `DENIED_CALLS` is denied.
 *
 * @returns the program as `bwrap --seccomp` takes it, or `undefined` on an architecture that is neither x64 nor arm64
 */
export function commandFilter(arch: string = process.arch): Uint8Array | undefined {
  const denied = Object.entries(DENIED_CALLS).filter(([name]) => !ALLOWED_TO_COMMANDS.has(name));
  return filterProgram(
    arch,
    denied.map(([, numbers]) => numbers),
    [
      { call: CLONE, program: refuseBits(0, CLONE_NAMESPACES, 'namespaces') },
      { call: SOCKET, program: onlySockets('socket') },
      { call: SOCKETPAIR, program: onlySockets('socketpair') },
      { call: MKNOD, program: refuseBits(1, DEVICE, 'device') },
      { call: MKNODAT, program: refuseBits(2, DEVICE, 'device at') },
    ],
  );
}

function refuseBits(argument: number, bits: number, name: string): Instruction[] {
  return [{ do: 'load', offset: argumentOffset(argument) }, ...when({ anyBit: bits }, REFUSE, name), { do: 'return', action: ALLOW }];
}

/** `socket(domain, type, protocol)` */
function onlySockets(name: string): Instruction[] {
  return [
    { do: 'load', offset: argumentOffset(0) },
    ...when({ equal: AF_UNIX }, ALLOW, `${name} unix`),
    { do: 'jump', equal: AF_INET, yes: `${name} internet` },
    { do: 'jump', equal: AF_INET6, yes: `${name} internet` },
    { do: 'return', action: REFUSE },
    { do: 'label', name: `${name} internet` },
    { do: 'load', offset: argumentOffset(2) },
    ...[ANY_PROTOCOL, TCP, UDP].flatMap((protocol) => when({ equal: protocol }, ALLOW, `${name} protocol ${protocol}`)),
    { do: 'return', action: REFUSE },
  ];
}
