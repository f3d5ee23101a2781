import { FileError } from '../file/problem.ts';
import { readYaml } from '../file/read-yaml.ts';
import { validateAgainst } from '../file/validate.ts';
import { BASELINE_SCHEMA } from './schema.ts';
import type { Baseline } from './types.ts';

const A_BASELINE = { code: 'config', shape: 'A baseline is a mapping with version and entries, as preflag baseline writes it' } as const;

/**
 * Parses the text of a baseline file.
 * @param file the name that errors show
 * @throws {FileError} code `config`, one problem per mistake
 */
export function parseBaseline(text: string, file: string): Baseline {
  const { plain, problem } = readYaml(text, file, A_BASELINE);
  const mistakes = validateAgainst(BASELINE_SCHEMA, plain, 'The baseline');
  if (mistakes.length > 0) throw new FileError('config', mistakes.map(problem));
  return plain as unknown as Baseline;
}
