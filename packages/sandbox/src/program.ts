import { resolve } from 'node:path';
import { PreflagError } from '@preflag/core';
import { mapFrames } from './map-frames.ts';

/** What a sandbox runs: an ES module as text, with its source map where it has one, or a file that becomes one. */
export type Program = string | MappedCode | ModuleFile;

/** An ES module that imports nothing. */
export interface MappedCode {
  readonly code: string;
  /** A source map (version 3) as JSON: places in errors and in the log are then those of the author's files. */
  readonly map: string;
}

export interface ModuleFile {
  /** A `.ts` or `.js` file of this machine; it is bundled with all that it imports. */
  readonly module: string;
}

/** Makes one module of a file and all that it imports. */
export type LoadModule = (file: string) => Promise<MappedCode>;

/**
 * @throws {PreflagError} `usage` for a file, when nothing is there that could load it; and what `load` throws
 */
export async function loadProgram(program: Program, load: LoadModule | undefined): Promise<LoadedProgram> {
  if (typeof program === 'string') return { code: program, show: (text) => text };
  const { code, map } = 'module' in program ? await loadFile(program, load) : program;
  return { code, show: mapFrames(map) };
}

export interface LoadedProgram {
  readonly code: string;
  /** A text of the run, with places in the author's files. */
  readonly show: (text: string) => string;
}

async function loadFile({ module }: ModuleFile, load: LoadModule | undefined): Promise<MappedCode> {
  if (!load) {
    throw new PreflagError('usage', `This sandbox runs code, not files such as '${module}': make it with createSandbox of 'preflag'.`);
  }
  return load(resolve(module));
}
