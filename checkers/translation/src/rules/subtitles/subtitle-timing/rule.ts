import { defineRule, type Problem, type Rule } from '@preflag/core';
import type { Bitext, Cue, Segment } from '@preflag/readers';
import { relatedSource } from '../../../related-source.ts';

/** Both formats have milliseconds; programs round them. */
const SAME = 2;
/** Fewer are told one by one. */
const FEWEST_RETIMED = 10;

/**
 * Compares cues with those of the source: how many there are, and when each begins and ends; and looks at the order of the translation by
 * itself. Times that are all moved by the same time are one finding, and so are those of a file in which most are timed anew.
 * Does not catch: cues whose texts changed places.
 * Known false alarms: subtitles that are timed anew or drawn together for the language on purpose; cues of two speakers at once, where the source has one.
 */
export const subtitleTiming: Rule<'bitext'> = defineRule({
  id: 'translation/subtitle-timing',
  title: 'The times of subtitles changed',
  severity: 'important',
  certainty: 'certain',
  reads: 'bitext',
  why: 'The text is shown when somebody else speaks, or not at all.',
  advice: 'Take the times of the source over as they are.',
  messages: {
    count: { text: 'The source has {{expected}} cues, and the translation {{count}}', certainty: 'likely' },
    order: 'The cue begins before the one above it begins',
    length: 'The cue ends before it begins',
    moved: { text: 'The cue is shown from {{shown}}, in the source from {{expected}}', certainty: 'likely' },
    retimed: {
      text: '{{count}} of {{of}} cues are shown at other times than in the source, the farthest by {{by}} s',
      certainty: 'likely',
      advice: 'Take the times of the source over as they are, if nobody asked for other ones.',
    },
    shifted: { text: 'All cues are shown {{by}} s {{direction}} than in the source', certainty: 'likely' },
    overlap: { text: 'The cue begins before the one above it ends', certainty: 'hint', severity: 'minor' },
  },
  *check({ model, looked, notChecked }) {
    const format = model.catalog?.format;
    if (format !== 'srt' && format !== 'vtt') return;
    const cues = model.segments.filter((segment) => segment.cue !== undefined);
    looked({ cues: cues.length });
    yield* orderOf(cues);
    const { length: sources } = model.segments.filter(({ sourceCue }) => sourceCue !== undefined);
    if (sources === 0) {
      notChecked('no-source', 'Only the order of the cues was looked at: there is no source to compare their times with (--source FILE).');
      return;
    }
    const targets = model.segments.filter(({ target }) => target !== undefined).length;
    if (sources !== targets) yield { messageId: 'count', data: { expected: sources, count: targets }, at: { kind: 'file' }, key: 'count' };
    else yield* movesOf(cues, model);
  },
});

function* orderOf(segments: readonly Segment[]): Generator<Problem> {
  let before: Segment | undefined;
  for (const segment of segments) {
    const { cue, id } = segment;
    if (!cue) continue;
    const at = { kind: 'segment', id } as const;
    const last = before?.cue;
    const hadOverlap = before?.sourceCue && segment.sourceCue && segment.sourceCue.start < before.sourceCue.end;
    if (cue.end <= cue.start) yield { messageId: 'length', at };
    if (last && cue.start < last.start) yield { messageId: 'order', at };
    else if (last && cue.start < last.end - SAME && !hadOverlap) yield { messageId: 'overlap', at };
    before = segment;
  }
}

function* movesOf(segments: readonly Segment[], model: Bitext): Generator<Problem> {
  const moves = segments.flatMap((segment) => {
    const { cue, sourceCue } = segment;
    return cue && sourceCue ? [{ segment, cue, sourceCue, by: cue.start - sourceCue.start }] : [];
  });
  const [first] = moves;
  const isShift =
    first !== undefined && moves.length > 2 && Math.abs(first.by) > SAME && moves.every(({ by }) => Math.abs(by - first.by) <= SAME);
  if (isShift) {
    const data = { by: Math.abs(first.by) / 1000, direction: first.by > 0 ? 'later' : 'earlier' };
    yield { messageId: 'shifted', data, at: { kind: 'segment', id: first.segment.id }, key: 'shifted' };
    return;
  }
  const changed = moves.filter(({ cue, sourceCue }) => distanceOf(cue, sourceCue) > SAME);
  if (changed.length >= FEWEST_RETIMED && changed.length > moves.length / 2) {
    const by = Math.max(...changed.map(({ cue, sourceCue }) => distanceOf(cue, sourceCue))) / 1000;
    yield { messageId: 'retimed', data: { count: changed.length, of: moves.length, by }, at: { kind: 'file' }, key: 'retimed' };
    return;
  }
  for (const { segment, cue, sourceCue } of changed) {
    const data = { shown: timesOf(cue), expected: timesOf(sourceCue) };
    yield { messageId: 'moved', data, at: { kind: 'segment', id: segment.id }, related: relatedSource(model, segment), group: 'moved' };
  }
}

/** How far the beginning or the end is from that of the source, whichever is farther. */
function distanceOf(cue: Cue, source: Cue): number {
  return Math.max(Math.abs(cue.start - source.start), Math.abs(cue.end - source.end));
}

/** `0:01:02.500 to 0:01:04`. */
function timesOf({ start, end }: Cue): string {
  return `${timeOf(start)} to ${timeOf(end)}`;
}

function timeOf(milliseconds: number): string {
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000) % 60];
  const seconds = (milliseconds % 60_000) / 1000;
  return `${hours}:${String(minutes).padStart(2, '0')}:${seconds < 10 ? '0' : ''}${seconds}`;
}
