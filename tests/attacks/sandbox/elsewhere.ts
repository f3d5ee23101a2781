export interface Place {
  readonly file: string;
  /** Stands in that file as the title of a test, or as a part of it. */
  readonly title: string;
}

/** Tests of single attacks that stand with the code that they are about; some have rows or tests in this folder, too. */
export const SHOWN_ELSEWHERE: Readonly<Record<number, readonly Place[]>> = {
  12: [{ file: 'packages/sandbox/src/frames.test.ts', title: 'isolated-vm %s is refused' }],
  26: [
    { file: 'tests/attacks/fuzz/frames.test.ts', title: 'attack 26' },
    { file: 'tests/attacks/fuzz/forged.test.ts', title: 'attack 26' },
    { file: 'packages/sandbox/src/frames.test.ts', title: '%j may come from a worker: %s' },
  ],
  45: [
    { file: 'tests/attacks/hostile-rule.test.ts', title: 'a hostile rule costs its own outcome and nothing else' },
    { file: 'tests/cli/bad-input.test.ts', title: 'markdown that hangs a parser' },
  ],
  // The resolver cannot be replaced through a grant.
  57: [{ file: 'packages/sandbox/src/gateway/fetch/fetch-attacks.hostile.test.ts', title: 'attack 57: a name that changes its address' }],
  62: [
    {
      file: 'packages/sandbox/src/gateway/fetch/fetch-tls.process.test.ts',
      title: 'the name of the address is asked for in SNI and in Host',
    },
  ],
};
