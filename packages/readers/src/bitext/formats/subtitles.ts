import type { Location } from '@preflag/core';
import type { LineIndex } from '../../text/index.ts';
import type { Catalog } from '../catalog.ts';
import { CatalogDraft } from '../catalog-draft.ts';
import type { Cue } from '../model.ts';

interface Line {
  readonly text: string;
  readonly at: number;
}

const TIMES = /^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?)\s*-->\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?)(?:\s.*)?$/;

/** Reads srt and vtt. The id of a cue is its number by order; notes, styles and regions of vtt are left out. */
export function readSubtitles(file: string, format: 'srt' | 'vtt', text: string, lines: LineIndex): Catalog {
  const draft = new CatalogDraft();
  const place = (from: number, to: number): Location => ({ kind: 'text', start: lines.position(from), end: lines.position(to) });
  if (format === 'vtt' && !text.startsWith('WEBVTT')) draft.problem('headerMissing', place(0, 0), { what: 'WEBVTT' });
  let number = 0;
  for (const block of blocksOf(text)) {
    const [first] = block;
    if (!first || /^(?:WEBVTT|NOTE|STYLE|REGION)\b/.test(first.text)) continue;
    const timeAt = block.findIndex(({ text: line }) => line.includes('-->'));
    const [timing, words] = [block[timeAt], block.slice(timeAt + 1)];
    const cue = timing && cueOf(timing.text);
    const whole = place(first.at, endOf(block));
    if (!timing || timeAt > 1) {
      draft.problem('timesMissing', whole, { text: first.text });
      continue;
    }
    number += 1;
    if (!cue) draft.problem('badTimes', whole, { key: number, text: timing.text });
    else if (format === 'srt' && timing.text.includes('.'))
      draft.problem('timeSign', whole, { key: number, sign: 'point', expected: 'comma' });
    else if (format === 'vtt' && timing.text.includes(','))
      draft.problem('timeSign', whole, { key: number, sign: 'comma', expected: 'point' });
    draft.add(
      {
        id: `cue ${number}`,
        role: 'paragraph',
        target: { text: words.map((line) => line.text).join('\n'), at: place(words[0]?.at ?? timing.at, endOf(block)) },
        ...(cue && { cue }),
      },
      whole,
    );
  }
  return draft.finish(file, format, text, lines);
}

/** Lines that no blank line divides. */
function blocksOf(text: string): Line[][] {
  const blocks: Line[][] = [[]];
  let at = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r|$/g)) {
    const line = text.slice(at, index);
    if (line.trim() !== '') blocks.at(-1)?.push({ text: line, at });
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
    at = index + end.length;
  }
  return blocks;
}

function endOf(block: readonly Line[]): number {
  const last = block.at(-1);
  return last ? last.at + last.text.length : 0;
}

function cueOf(line: string): Cue | undefined {
  const [, start, end] = TIMES.exec(line) ?? [];
  return start === undefined || end === undefined ? undefined : { start: milliseconds(start), end: milliseconds(end) };
}

/** `01:02:03,456`, `02:03.4`. */
function milliseconds(time: string): number {
  const [whole = '', fraction = ''] = time.split(/[,.]/);
  const seconds = whole.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}
