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
  const pattern = compile(source);
  return (text) => pattern.matches(text);
}

/** A part of a text that a pattern matches; `offset` in UTF-16 units. */
export interface PatternMatch {
  readonly text: string;
  readonly offset: number;
}

/**
 * A pattern of a job file as a function that finds all that it matches within a text, from left to right; see {@link compilePattern}.
 * @throws {PreflagError} code `job` for a text that is no pattern, with what is wrong in it
 */
export function compileFinder(source: string): (text: string) => readonly PatternMatch[] {
  const pattern = compile(source);
  return (text) => {
    const matcher = pattern.matcher(text);
    const found: PatternMatch[] = [];
    while (matcher.find()) found.push({ text: text.slice(matcher.start(), matcher.end()), offset: matcher.start() });
    return found;
  };
}

function compile(source: string): RE2JS {
  engine ??= (require('re2js') as { RE2JS: Engine }).RE2JS;
  try {
    return engine.compile(engine.translateRegExp(source));
  } catch (error) {
    throw new PreflagError('job', messageOf(error).replace(/^error parsing regexp: /, ''), { cause: error });
  }
}
