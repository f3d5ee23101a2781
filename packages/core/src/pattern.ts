import { createRequire } from 'node:module';
import type { RE2JS } from 're2js';
import { messageOf, PreflagError } from './errors.ts';

type Engine = typeof RE2JS;

const require = createRequire(import.meta.url);
/** Loaded with the first pattern: most jobs have none, and checks start faster without. */
let engine: Engine | undefined;

/**
 * A pattern of a job file as a function that says whether a whole text matches it. Patterns and texts come from others, so RE2 matches
 * them, in time that is linear in the text whatever the pattern; look-around and back-references are what that costs.
 * @throws {PreflagError} code `job` for a text that is no pattern, with what is wrong in it
 */
export function compilePattern(source: string): (text: string) => boolean {
  engine ??= (require('re2js') as { RE2JS: Engine }).RE2JS;
  try {
    const pattern = engine.compile(engine.translateRegExp(source));
    return (text) => pattern.matches(text);
  } catch (error) {
    throw new PreflagError('job', messageOf(error).replace(/^error parsing regexp: /, ''), { cause: error });
  }
}
