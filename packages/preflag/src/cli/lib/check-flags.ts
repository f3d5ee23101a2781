import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { FAIL_ON, messageOf, PreflagError, REQUIRED_INPUTS, type Gate } from '@preflag/core';
import type { CheckOptions } from '../../check/check-options.ts';
import { chooseConfig } from './choose-config.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Arguments, Verb } from './verb.ts';

/** The flags of verbs that check deliveries: what they are checked against, and how. */
export const CHECK_FLAGS: Verb['flags'] = {
  job: { type: 'string', value: 'FILE', text: 'what was asked: the job file' },
  before: { type: 'string', value: 'PATH', text: 'the file as it was before, or a folder paired by relative path' },
  source: {
    type: 'string',
    value: 'PATH',
    text: 'the text that was translated, or a folder paired by relative path (with or without the language)',
  },
  message: { type: 'string', value: 'FILE', text: "the agent's last words" },
  encoding: { type: 'string', value: 'NAME', text: 'the encoding of text that is no UTF-8 and has no byte order mark: windows-1252 ...' },
  only: { type: 'string', multiple: true, value: 'GLOB', text: 'only rules that match; repeatable' },
  skip: { type: 'string', multiple: true, value: 'GLOB', text: 'no rules that match; repeatable' },
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    text: `certain findings from this severity on fail: ${FAIL_ON.join(', ')} (default important)`,
  },
  require: {
    type: 'string',
    multiple: true,
    value: 'INPUTS',
    text: `incomplete without these, by commas: ${REQUIRED_INPUTS.join(', ')}`,
  },
  config: { type: 'string', value: 'FILE', text: 'settings for every job (default: the nearest preflag.config.ts, .js or .json)' },
  'no-config': { type: 'boolean', text: 'no config' },
  baseline: { type: 'string', value: 'FILE', text: 'findings that were accepted; written by preflag baseline' },
  sandbox: {
    type: 'string',
    value: 'LEVEL',
    text: 'standard (default), or strict: check workers without network, in bubblewrap; refused where it cannot be had',
  },
  concurrency: { type: 'string', value: 'N', text: 'check workers at the same time, or auto (default: cores, at most 4)' },
  timeout: { type: 'string', value: 'SECONDS', text: 'ends with exit code 3 when a delivery takes longer' },
  cache: { type: 'boolean', text: 'files that were checked before and have not changed are not checked again' },
  'cache-location': {
    type: 'string',
    value: 'DIR',
    text: 'the folder for --cache (default: node_modules/.cache/preflag, or one of the user)',
  },
};

/** The options that these flags stand for; `--timeout` apart, see {@link timeoutOf}. */
export async function checkOptionsOf(args: Arguments): Promise<CheckOptions> {
  const [job, before, source, message, encoding, baseline, concurrency, sandbox] = [
    'job',
    'before',
    'source',
    'message',
    'encoding',
    'baseline',
    'concurrency',
    'sandbox',
  ].map(args.text);
  const config = await chooseConfig(args);
  const cache = cacheFolder(args);
  return {
    gate: gateOf(args),
    only: args.texts('only'),
    skip: args.texts('skip'),
    signal: args.signal,
    ...(config && { config: config.config, configFolder: config.folder }),
    ...(job !== undefined && { job }),
    ...(before !== undefined && { before }),
    ...(source !== undefined && { source }),
    ...(encoding !== undefined && { encoding }),
    ...(baseline !== undefined && { baseline }),
    ...(message !== undefined && { message: readMessage(message) }),
    ...(sandbox !== undefined && { sandbox: oneOf('sandbox', sandbox, ['standard', 'strict']) }),
    ...(concurrency !== undefined && { concurrency: concurrencyOf(concurrency) }),
    ...(cache !== undefined && { cache }),
  };
}

/** Seconds of `--timeout`. */
export function timeoutOf(args: Arguments): number | undefined {
  const text = args.text('timeout');
  return text === undefined ? undefined : positive('timeout', text);
}

function concurrencyOf(text: string): number {
  return text === 'auto' ? Math.min(availableParallelism(), 4) : Math.ceil(positive('concurrency', text));
}

function gateOf(args: Arguments): Partial<Gate> {
  const failOn = args.text('fail-on');
  const require = args
    .texts('require')
    .flatMap((text) => text.split(',').map((word) => word.trim()))
    .filter((word) => word !== '');
  return {
    ...(failOn !== undefined && { failOn: oneOf('fail-on', failOn, FAIL_ON) }),
    ...(require.length > 0 && { require: require.map((word) => oneOf('require', word, REQUIRED_INPUTS)) }),
  };
}

function oneOf<T extends string>(flag: string, word: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === word);
  if (found === undefined) throw new PreflagError('usage', `--${flag} is '${word}'; it must be one of ${known.join(', ')}.`);
  return found;
}

function positive(flag: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new PreflagError('usage', `--${flag} is '${text}'; it must be a number above 0.`);
  return number;
}

function readMessage(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PreflagError('path', `The message file ${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}
