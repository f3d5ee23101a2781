/** Attacks that no program in the isolate can try, with the test that shows their outcome. */
export const SHOWN_ELSEWHERE: Readonly<Record<number, string>> = {
  12: 'packages/sandbox/src/frames.test.ts (a version of isolated-vm that is not safe is refused)',
  25: 'tests/attacks/sandbox/isolate.test.ts',
  26: 'packages/supervisor/src/spawn-child.process.test.ts, packages/sandbox/src/frames.test.ts',
  44: 'packages/readers (limits while reading)',
  45: 'tests/attacks/hostile-rule.test.ts',
  52: 'packages/supervisor/src/bubblewrap/jail.process.test.ts (mount and its kin fail with EPERM)',
  53: 'packages/supervisor/src/bubblewrap/jail.process.test.ts (there is no /proc)',
  66: 'packages/supervisor/src/bubblewrap/jail.process.test.ts (socket fails with EPERM)',
};

const NO_COMMANDS = 'agents that are commands, with processes and a file system of their own, are not there yet';
const NO_TOOLS = 'there are no tools: all capabilities are the sandbox’s own, take no time and never reject';
const NO_NETWORK = 'there is no capability that reaches a network';

/** Attacks on what is not there. Each becomes a row of the table with its capability. */
export const NOT_APPLICABLE: Readonly<Record<number, string>> = {
  11: 'a run cannot start another run',
  13: 'no option takes cached data or a snapshot, and none is made',
  23: NO_TOOLS,
  24: NO_TOOLS,
  27: NO_TOOLS,
  41: NO_COMMANDS,
  48: NO_COMMANDS,
  49: NO_COMMANDS,
  54: NO_COMMANDS,
  56: NO_NETWORK,
  57: NO_NETWORK,
  58: NO_NETWORK,
  59: NO_NETWORK,
  60: NO_NETWORK,
  62: NO_NETWORK,
  64: 'a run is given no secret; that none of the host gets into a text is asserted after every attack',
  65: NO_NETWORK,
};
