import { defineRule, type Problem, type Rule } from '@preflag/core';
import { relatedSource } from '../../../related-source.ts';
import { isInterfaceText, translatedSegments, type TranslatedSegment } from '../../../translated-segments.ts';

/** A backslash with a letter, as two signs of the message itself: the format of the file has none left when it is read. */
const ESCAPE = /(?<![\\\p{L}\p{N}:])\\(?:[nrt]|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2})|(?<=[\p{L}\p{N}.!?:;,])\\[nrt](?!\p{Ll}{2})/gu;

/**
 * Counts escapes (a backslash with n, t or r, a code) that stand in messages as they are, for the program to replace: as many as in the
 * source, by kind.
 * Does not catch: escapes of the file's own format, which are line breaks and tabs once it is read; escapes right before a small letter,
 * which may be a path.
 * Known false alarms: a code of a letter that the translation writes as the letter. An escape more is a hint: translators explain.
 */
export const escapeChanged: Rule<'bitext'> = defineRule({
  id: 'translation/escape-changed',
  title: 'An escape differs between source and translation',
  severity: 'minor',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The program shows the backslash, or lines run together.',
  advice: 'Write the escapes as they stand in the source.',
  messages: {
    missing: 'The source has {{expected}} {{times}}, the translation {{count}}',
    added: { text: 'The translation has {{found}} {{times}}, the source {{count}}', certainty: 'hint' },
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      if (!isInterfaceText(segment)) continue;
      looked({ segments: 1 });
      if (!segment.source.includes('\\') && !segment.target.includes('\\')) continue;
      for (const problem of problemsOf(segment)) yield { ...problem, related: relatedSource(model, segment) };
    }
  },
});

function* problemsOf({ id, source, target }: TranslatedSegment): Generator<Problem> {
  const [own, other] = [countsIn(source), countsIn(target)];
  for (const escape of new Set([...own.keys(), ...other.keys()])) {
    const [expected, found] = [own.get(escape) ?? 0, other.get(escape) ?? 0];
    const at = { kind: 'segment', id } as const;
    const key = `${id} ${escape}`;
    if (expected > found) yield { messageId: 'missing', data: { expected: escape, times: times(expected), count: times(found) }, at, key };
    else if (found > expected) {
      const offset = target.indexOf(escape);
      yield {
        messageId: 'added',
        data: { found: escape, times: times(found), count: times(expected) },
        at: { ...at, offset, length: escape.length },
        key,
      };
    }
  }
}

function countsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [escape] of text.matchAll(ESCAPE)) counts.set(escape, (counts.get(escape) ?? 0) + 1);
  return counts;
}

function times(count: number): string {
  if (count === 0) return 'nowhere';
  return count === 1 ? 'once' : `${count} times`;
}
