import type { Entry } from './catalog.ts';
import type { Segment } from './model.ts';

/**
 * Pairs the cues of two subtitle files: by order where both have as many, else each cue with the one of the source that it shares most time
 * with. Cues that share a source are one segment.
 */
export function pairCues(targets: readonly Entry[], sources: readonly Entry[]): readonly Segment[] {
  if (targets.length === sources.length)
    return sources.map((source, index) =>
      segmentOf(
        source,
        [targets[index]].filter((one) => one !== undefined),
      ),
    );
  const bySource = new Map<Entry, Entry[]>();
  const alone: Entry[] = [];
  let first = 0;
  for (const target of targets) {
    while (first < sources.length - 1 && endsBefore(sources[first], target)) first += 1;
    const best = [sources[first], sources[first + 1]]
      .filter((source) => source !== undefined)
      .map((source) => ({ source, shared: sharedTime(source, target) }))
      .toSorted((a, b) => b.shared - a.shared)[0];
    if (!best || best.shared <= 0) alone.push(target);
    else {
      const own = bySource.get(best.source);
      if (own) own.push(target);
      else bySource.set(best.source, [target]);
    }
  }
  return [
    ...sources.map((source) => segmentOf(source, bySource.get(source) ?? [])),
    ...alone.map((target) => segmentOf(undefined, [target])),
  ];
}

function endsBefore(source: Entry | undefined, target: Entry): boolean {
  return (source?.cue?.end ?? 0) <= (target.cue?.start ?? 0);
}

function sharedTime(source: Entry, target: Entry): number {
  if (!source.cue || !target.cue) return 0;
  return Math.min(source.cue.end, target.cue.end) - Math.max(source.cue.start, target.cue.start);
}

function segmentOf(source: Entry | undefined, targets: readonly Entry[]): Segment {
  const [target] = targets;
  const text = targets.map((one) => one.target?.text ?? '').join('\n');
  const [from, to] = [source?.target, target?.target];
  return {
    id: source?.id ?? `+ ${target?.id ?? ''}`,
    role: 'paragraph',
    ...(from && { source: from.text, sourceProse: from.text, sourceAt: from.at }),
    ...(to && { target: text, targetProse: text, targetAt: to.at }),
    alignment: targets.length === 1 && source ? 'exact' : 'likely',
    ...(target?.cue && { cue: { start: target.cue.start, end: targets.at(-1)?.cue?.end ?? target.cue.end } }),
    ...(source?.cue && { sourceCue: source.cue }),
  };
}
