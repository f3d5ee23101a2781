import { parseArgs } from 'node:util';
import { messageOf, PreflagError } from '@preflag/core';
import { nearest } from './nearest.ts';
import type { Arguments, Verb } from './verb.ts';

/**
 * The arguments of a verb.
 * @throws {PreflagError} code `usage` that names the flag and the nearest known one
 */
export function parseArguments(verb: Verb, args: readonly string[], signal: AbortSignal): Arguments {
  const options = Object.fromEntries(
    Object.entries(verb.flags).map(([name, { type, multiple }]) => [name, { type, ...(multiple && { multiple }) }]),
  );
  const unknown = args
    .filter((arg) => arg.startsWith('--') && arg !== '--')
    .map((arg) => arg.slice(2).split('=')[0] ?? '')
    .find((name) => !(name in options));
  if (unknown !== undefined) {
    const near = nearest(unknown, Object.keys(options));
    throw new PreflagError(
      'usage',
      `preflag ${verb.name} has no flag --${unknown}.${near ? ` Did you mean --${near}?` : ''} See: preflag ${verb.name} --help`,
    );
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const all = values as Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
    return {
      positionals,
      signal,
      text: (flag) => [all[flag]].flat().findLast((value) => typeof value === 'string'),
      texts: (flag) => [all[flag] ?? []].flat().filter((value) => typeof value === 'string'),
      isSet: (flag) => all[flag] === true,
    };
  } catch (error) {
    throw new PreflagError('usage', `${messageOf(error).split('. To specify')[0]} See: preflag ${verb.name} --help`, { cause: error });
  }
}
