import { FileError } from '../file/problem.ts';
import { readYaml } from '../file/read-yaml.ts';
import { validateAgainst } from '../file/validate.ts';
import { DECISIONS_SCHEMA } from './schema.ts';
import type { Decisions } from './types.ts';

const SOME_DECISIONS = {
  code: 'config',
  shape: 'Decisions are a mapping with version and reports, as the html report saves them',
} as const;

/**
 * Parses the text of a file of decisions.
 * @param file the name that errors show
 * @throws {FileError} code `config`, one problem per mistake
 */
export function parseDecisions(text: string, file: string): Decisions {
  const { plain, problem } = readYaml(text, file, SOME_DECISIONS);
  const mistakes = validateAgainst(DECISIONS_SCHEMA, plain, 'The file of decisions');
  if (mistakes.length > 0) throw new FileError('config', mistakes.map(problem));
  return plain as unknown as Decisions;
}
