import { PreflagError } from '@preflag/core';
import { exitCodeOfError } from './lib/exit-code.ts';
import { mainHelp, verbHelp } from './lib/help.ts';
import { nearest } from './lib/nearest.ts';
import { print } from './lib/print.ts';
import { parseArguments } from './lib/parse-arguments.ts';
import { EXIT, type Verb } from './lib/verb.ts';

/** Verbs are loaded when they are named: checking a file must not wait for the code of the others. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  check: async () => (await import('./commands/check.ts')).checkVerb,
  run: async () => (await import('./commands/run.ts')).runVerb,
  rules: async () => (await import('./commands/rules.ts')).rulesVerb,
  explain: async () => (await import('./commands/explain.ts')).explainVerb,
  init: async () => (await import('./commands/init.ts')).initVerb,
  baseline: async () => (await import('./commands/baseline.ts')).baselineVerb,
  config: async () => (await import('./commands/config.ts')).configVerb,
  doctor: async () => (await import('./commands/doctor.ts')).doctorVerb,
};

/** Runs a verb, and returns the exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  process.once('SIGTERM', () => interrupt.abort());
  try {
    const code = await runVerb(args, interrupt.signal);
    return interrupt.signal.aborted ? EXIT.interrupted : code;
  } catch (error) {
    if (interrupt.signal.aborted) return EXIT.interrupted;
    if (PreflagError.isInstance(error)) {
      process.stderr.write(`preflag: ${error.message}\n`);
      return exitCodeOfError(error);
    }
    process.stderr.write(
      `preflag: this is a fault in preflag itself, please report it:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT.incomplete;
  }
}

async function runVerb([name, ...rest]: readonly string[], signal: AbortSignal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const help = mainHelp(await Promise.all(Object.values(VERBS).map((load) => load())));
    await print(help);
    return name === undefined ? EXIT.usage : EXIT.pass;
  }
  const load = VERBS[name];
  if (!load) {
    const near = nearest(name, Object.keys(VERBS));
    throw new PreflagError(
      'usage',
      `There is no verb '${name}'.${near ? ` Did you mean '${near}'?` : ''} Known: ${Object.keys(VERBS).join(', ')}.`,
    );
  }
  const verb = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    await print(verbHelp(verb));
    return EXIT.pass;
  }
  return verb.run(parseArguments(verb, rest, signal));
}
