import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, PreflagError, type Report } from '@preflag/core';
import { withEvidence, type EvidenceLevel } from '@preflag/reporters/terminal';
import { FORMAT_NAMES, FORMATS, type FormatName } from './formats.ts';
import { nearest } from './nearest.ts';
import { filesOf } from './output-files.ts';
import { print } from './print.ts';
import { addStepSummary } from './step-summary.ts';

export interface Output {
  readonly format: FormatName;
  /** Where it goes, with `{id}` for the name of a delivery; standard output without. */
  readonly file?: string;
}

export interface OutputLook {
  readonly quiet: boolean;
  readonly color: boolean;
  /** How much of a delivery is shown; what the format and the place ask for without. */
  readonly evidence?: EvidenceLevel;
  /** Deliveries that were to be checked and were not, since the call was interrupted. Default 0. */
  readonly unchecked?: number;
}

/**
 * `--format NAME[=FILE]`, any number of them; pretty on standard output when there is none.
 * @throws {PreflagError} code `usage`
 */
export function parseOutputs(texts: readonly string[]): readonly Output[] {
  const outputs = texts.map((text): Output => {
    const [name = '', ...rest] = text.split('=');
    const format = FORMAT_NAMES.find((known) => known === name);
    if (!format) throw new PreflagError('usage', `There is no format '${name}'.${near(name)} Known: ${FORMAT_NAMES.join(', ')}.`);
    const file = rest.join('=');
    return file ? { format, file } : { format };
  });
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new PreflagError('usage', 'Only one --format can go to standard output; give the others a file: --format json=report.json');
  // Names without {id} clash whatever there is to write, and are refused before anything is checked.
  filesOf(outputs, []);
  return outputs.length > 0 ? outputs : [{ format: 'pretty' }];
}

/** Whether checks have to tell what stands around their findings, for one of the outputs. */
export function showSurroundings(outputs: readonly Output[]): boolean {
  return outputs.some(({ format }) => FORMATS[format].showsSurroundings);
}

function near(name: string): string {
  const word = nearest(name, FORMAT_NAMES);
  return word ? ` Did you mean '${word}'?` : '';
}

/**
 * Writes reports where the outputs say; a file is there whole or not at all.
 * @throws {PreflagError} code `usage` when two of them would write the same file: nothing is written then
 */
export async function writeOutputs(outputs: readonly Output[], reports: readonly Report[], look: OutputLook): Promise<void> {
  const files = filesOf(outputs, reports);
  for (const { format, file, reports: own } of files) {
    const level = look.evidence ?? evidenceFor(format);
    const shown = own.map((report) => withEvidence(report, level));
    const isTerminal = file === undefined;
    const text = await FORMATS[format].render(shown, {
      quiet: look.quiet,
      color: look.color && isTerminal,
      unchecked: look.unchecked ?? 0,
      width: isTerminal ? (process.stdout.columns ?? 100) : 100,
    });
    if (isTerminal) for (const piece of typeof text === 'string' ? [text] : text) await print(piece);
    else await writeWhole(file, text);
    if (format === 'github') await addStepSummary(shown, look.unchecked ?? 0, process.env['GITHUB_STEP_SUMMARY']);
  }
}

/** What CI publishes is masked: logs and alerts are often read by more people than the delivery. */
function evidenceFor(format: FormatName): EvidenceLevel {
  const { CI } = process.env;
  const isCI = CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
  return isCI && FORMATS[format].isPublic ? 'masked' : 'full';
}

/** Through a temporary file beside it, so that nobody reads half a file. */
export async function writeWhole(file: string, text: string | Iterable<string>): Promise<void> {
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
