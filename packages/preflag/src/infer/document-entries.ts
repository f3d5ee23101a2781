import type { FileTraits } from './file-traits.ts';
import type { Entry } from './draft.ts';
import { sectionEntries } from './section-entries.ts';
import { common, seenIn } from './seen.ts';
import { styleEntries } from './style-entries.ts';

export type DocumentExample = Extract<FileTraits, { kind: 'document' }>;

/** How far beyond what was seen a length may be. */
const SLACK = 0.25;
/** A text with fewer sections or words is a document and no report. */
const REPORT = { sections: 3, words: 300 } as const;

/** `report` where the files have the parts of one. */
export function documentType(files: readonly DocumentExample[]): 'report' | 'document' {
  const isReport = ({ sections, document }: DocumentExample): boolean =>
    sections.filter(({ depth }) => depth < 7).length >= REPORT.sections && document.words >= REPORT.words;
  return files.every(isReport) ? 'report' : 'document';
}

/** What documents have in common, as demands. */
export function documentEntries(files: readonly DocumentExample[], isPlainText: boolean): readonly Entry[] {
  const traits = files.map(({ document }) => document);
  const language = common(traits.map((one) => one.language));
  return [
    ...(language === undefined ? [] : [{ key: 'language', value: language, note: seenIn(files.length, files.length) }]),
    ...lengthEntry(traits.map(({ words }) => words)),
    ...(isPlainText ? [] : sectionEntries(files.map(({ sections }) => sections))),
    ...styleEntries(traits),
  ];
}

function lengthEntry(words: readonly number[]): readonly Entry[] {
  const [least, most] = [Math.min(...words), Math.max(...words)];
  if (most === 0) return [];
  const value = { words: { min: rounded(least * (1 - SLACK), Math.floor), max: rounded(most * (1 + SLACK), Math.ceil) } };
  const count = (number: number): string => number.toLocaleString('en-US');
  const note = least === most ? `${count(most)} words seen` : `${count(least)} to ${count(most)} words seen`;
  return [{ key: 'length', value, note, ...(words.length === 1 && { isOff: true }) }];
}

/** To two digits. */
function rounded(value: number, round: (value: number) => number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return round(value / unit) * unit;
}
