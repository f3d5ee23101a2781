import { PreflagError } from '@preflag/core';
import { EVIDENCE_LEVELS, type EvidenceLevel } from '@preflag/reporters/terminal';
import { FORMAT_NAMES } from './formats.ts';
import type { Arguments, Verb } from './verb.ts';

/** The flags of verbs that write reports. */
export const OUTPUT_FLAGS: Verb['flags'] = {
  format: {
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    text: `${FORMAT_NAMES.join(', ')}: to standard output or a file; {id} in its name makes a file per delivery; repeatable`,
  },
  evidence: {
    type: 'string',
    value: 'LEVEL',
    text: 'how much of the delivery is shown: full, masked (Xxxx 00) or none (default full; masked for github, sarif and junit where CI is set)',
  },
  quiet: { type: 'boolean', text: 'only findings and the verdict' },
  'no-color': { type: 'boolean', text: 'no colours; NO_COLOR and FORCE_COLOR are honoured too' },
};

/**
 * What --evidence says; nothing where it is not given, and the format decides.
 * @throws {PreflagError} code `usage` for another word, and beside flags whose output is made of what is to be hidden
 */
export function evidenceOf(args: Arguments): EvidenceLevel | undefined {
  const text = args.text('evidence');
  if (text === undefined) return undefined;
  const level = EVIDENCE_LEVELS.find((known) => known === text);
  if (level === undefined) throw new PreflagError('usage', `--evidence is '${text}'; it must be one of ${EVIDENCE_LEVELS.join(', ')}.`);
  const showing = ['fix', 'fix-dry-run'].find((flag) => args.isSet(flag));
  if (level !== 'full' && showing !== undefined)
    throw new PreflagError('usage', `--${showing} shows what it changes, which --evidence ${level} is to hide: leave one of them out.`);
  return level;
}
