import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, PreflagError, type Report } from '@preflag/core';
import { renderJson, renderPretty } from '@preflag/reporters';
import { VERSION } from '../../version.ts';
import { nearest } from './nearest.ts';

export interface Output {
  readonly format: 'pretty' | 'json';
  /** Where it goes; standard output without. */
  readonly file?: string;
}

const FORMATS = ['pretty', 'json'] as const;

/**
 * `--format NAME[=FILE]`, any number of them; pretty on standard output when there is none.
 * @throws {PreflagError} code `usage`
 */
export function parseOutputs(texts: readonly string[]): readonly Output[] {
  const outputs = texts.map((text): Output => {
    const [name = '', ...rest] = text.split('=');
    const format = FORMATS.find((known) => known === name);
    if (!format) throw new PreflagError('usage', `There is no format '${name}'.${near(name)} Known: ${FORMATS.join(', ')}.`);
    const file = rest.join('=');
    return file ? { format, file } : { format };
  });
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new PreflagError('usage', 'Only one --format can go to standard output; give the others a file: --format json=report.json');
  return outputs.length > 0 ? outputs : [{ format: 'pretty' }];
}

function near(name: string): string {
  const word = nearest(name, FORMATS);
  return word ? ` Did you mean '${word}'?` : '';
}

/** Writes reports where the outputs say; a file is there whole or not at all. */
export async function writeOutputs(
  outputs: readonly Output[],
  reports: readonly Report[],
  { quiet, color, unchecked = 0 }: { readonly quiet: boolean; readonly color: boolean; readonly unchecked?: number },
): Promise<void> {
  for (const { format, file } of outputs) {
    const isTerminal = file === undefined;
    const text =
      format === 'json'
        ? renderJson(reports, VERSION, unchecked)
        : renderPretty(reports, { quiet, color: color && isTerminal, width: isTerminal ? (process.stdout.columns ?? 100) : 100 });
    if (isTerminal) await print(text);
    else await writeWhole(file, text);
  }
}

/** Standard output may be a pipe that takes a large text in pieces. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}

/** Through a temporary file beside it, so that nobody reads half a file. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new PreflagError('path', `The file ${file} cannot be written: ${messageOf(error)}`, { cause: error });
  }
}

/** Colours where a person looks: NO_COLOR and FORCE_COLOR go before the terminal. */
export function wantsColor(noColor: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (noColor || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return process.stdout.isTTY;
}
