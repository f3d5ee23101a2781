/**
 * An assembler for the programs of classic BPF that seccomp takes: a list of `struct sock_filter { u16 code; u8 jt, jf; u32 k }`
 * over `struct seccomp_data { u32 nr; u32 arch; u64 instruction_pointer; u64 args[6] }` (linux/filter.h, linux/seccomp.h).
 * Both architectures that are supported are little-endian.
 */
export type Instruction =
  /** Loads 32 bits of `seccomp_data` into the accumulator. */
  | { readonly do: 'load'; readonly offset: number }
  /** Looks at the accumulator, and goes to `yes` or to `no`; where that is left out, on. */
  | ({ readonly do: 'jump'; readonly yes?: string; readonly no?: string } & Test)
  | { readonly do: 'return'; readonly action: number }
  /** Names the instruction that follows. Takes no room. */
  | { readonly do: 'label'; readonly name: string };

/** True when the accumulator is `equal`, at least `atLeast`, or has one of the bits `anyBit`. */
export type Test = { readonly equal: number } | { readonly atLeast: number } | { readonly anyBit: number };

/** `seccomp_data.nr`, `.arch`, and the low half of an argument. */
export const NUMBER_OFFSET = 0;
export const ARCHITECTURE_OFFSET = 4;
export function argumentOffset(index: number): number {
  return 16 + 8 * index;
}

/** `SECCOMP_RET_*` */
export const ALLOW = 0x7fff_0000;
export const KILL_PROCESS = 0x8000_0000;
export function failWith(errno: number): number {
  return 0x0005_0000 | errno;
}

/** BPF_LD|BPF_W|BPF_ABS, BPF_RET|BPF_K, BPF_JMP|BPF_K with JEQ, JGE, JSET. */
const CODES = { load: 0x20, return: 0x06, equal: 0x15, atLeast: 0x35, anyBit: 0x45 } as const;
const INSTRUCTION_BYTES = 8;
/** Jumps are 8 bits wide and lead forward only. */
const MAX_JUMP = 255;

/** @throws {RangeError} when a label is missing, stands before its jump, or is too far from it */
export function assemble(program: readonly Instruction[]): Uint8Array {
  const code = program.filter((instruction) => instruction.do !== 'label');
  const places = placesOf(program);
  const bytes = new Uint8Array(code.length * INSTRUCTION_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, instruction] of code.entries()) {
    const put = (operation: number, operand: number, yes = 0, no = 0): void => {
      view.setUint16(index * INSTRUCTION_BYTES, operation, true);
      view.setUint8(index * INSTRUCTION_BYTES + 2, yes);
      view.setUint8(index * INSTRUCTION_BYTES + 3, no);
      view.setUint32(index * INSTRUCTION_BYTES + 4, operand, true);
    };
    if (instruction.do === 'load') put(CODES.load, instruction.offset);
    else if (instruction.do === 'return') put(CODES.return, instruction.action);
    else {
      const [yes, no] = [instruction.yes, instruction.no].map((label) => (label === undefined ? 0 : distance(label, index, places)));
      if ('equal' in instruction) put(CODES.equal, instruction.equal, yes, no);
      else if ('atLeast' in instruction) put(CODES.atLeast, instruction.atLeast, yes, no);
      else put(CODES.anyBit, instruction.anyBit, yes, no);
    }
  }
  return bytes;
}

function placesOf(program: readonly Instruction[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let next = 0;
  for (const instruction of program) {
    if (instruction.do === 'label') places.set(instruction.name, next);
    else next += 1;
  }
  return places;
}

function distance(label: string, from: number, places: ReadonlyMap<string, number>): number {
  const jump = (places.get(label) ?? -1) - from - 1;
  if (jump < 0 || jump > MAX_JUMP) throw new RangeError(`The label ${label} cannot be reached from instruction ${from}.`);
  return jump;
}
