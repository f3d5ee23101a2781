import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { Cue, Segment } from '@preflag/readers';
import { relatedSource } from '../../../related-source.ts';

const [MOST_LINE, MOST_LINES, MOST_SPEED] = [42, 2, 21];

/** What can be measured of a cue. */
interface Layout {
  readonly line: number;
  readonly lines: number;
  /** Characters a second. */
  readonly speed: number;
}

/**
 * Measures lines, their number and the reading speed of each cue, as guides for subtitles have them: 42 characters, two lines, 21 characters
 * a second for adults. Signs of double width count twice. Where the source keeps within them, so can the translation.
 * Does not catch: lines that are cut at a bad place.
 * Known false alarms: other guides allow other lengths; what the source exceeds as much is not reported.
 */
export const subtitleLayout: Rule<'bitext'> = defineRule({
  id: 'translation/subtitle-layout',
  title: 'A subtitle is too long to be read',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  why: 'Viewers cannot read it in the time, or it covers the picture.',
  advice: 'Shorten the text, or divide it into lines at a pause.',
  messages: {
    line: 'A line is as wide as {{count}} Latin letters, more than {{most}}',
    lines: 'The cue has {{count}} lines, more than {{most}}',
    speed: 'The cue is to be read at {{count}} characters a second, more than {{most}}',
    lineHint: { text: 'A line is as wide as {{count}} Latin letters, more than {{most}}', certainty: 'hint' },
    linesHint: { text: 'The cue has {{count}} lines, more than {{most}}', certainty: 'hint' },
    speedHint: { text: 'The cue is to be read at {{count}} characters a second, more than {{most}}', certainty: 'hint' },
  },
  *check({ model, looked }) {
    const format = model.catalog?.format;
    if (format !== 'srt' && format !== 'vtt') return;
    const kept = keptBySource(model.segments);
    for (const segment of model.segments) {
      const { target, cue, source, sourceCue, id } = segment;
      if (target === undefined) continue;
      looked({ cues: 1 });
      const [own, original] = [layoutOf(target, cue), source === undefined ? undefined : layoutOf(source, sourceCue)];
      for (const [what, most] of LIMITS) {
        if (own[what] <= most || (original && original[what] >= own[what])) continue;
        const problem: Problem = {
          messageId: kept.has(what) ? what : `${what}Hint`,
          data: { count: Math.round(own[what]), most },
          at: { kind: 'segment', id },
        };
        yield { ...problem, related: relatedSource(model, segment), group: what };
      }
    }
  },
});

const LIMITS: readonly (readonly [what: keyof Layout, most: number])[] = [
  ['line', MOST_LINE],
  ['lines', MOST_LINES],
  ['speed', MOST_SPEED],
];

/** What all cues of the source keep; nothing without a source. */
function keptBySource(segments: readonly Segment[]): ReadonlySet<keyof Layout> {
  const sources = segments.flatMap(({ source, sourceCue }) => (source === undefined ? [] : [layoutOf(source, sourceCue)]));
  if (sources.length === 0) return new Set();
  return new Set(LIMITS.filter(([what, most]) => sources.every((one) => one[what] <= most)).map(([what]) => what));
}

function layoutOf(text: string, cue: Cue | undefined): Layout {
  const lines = text
    .replace(/<[^<>]{0,100}>|\{\\[^{}]{0,100}\}/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const widths = lines.map((line) => widthOf(line));
  const seconds = cue ? (cue.end - cue.start) / 1000 : 0;
  const characters = widths.reduce((sum, width) => sum + width, 0);
  return { line: Math.max(0, ...widths), lines: lines.length, speed: seconds > 0 ? characters / seconds : 0 };
}

function widthOf(line: string): number {
  const wide =
    line.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/gu)?.length ?? 0;
  return Array.from(line.normalize('NFC')).length + wide;
}
