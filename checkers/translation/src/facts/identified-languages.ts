import { defineFact, type Fact } from '@preflag/core';
import { FRANC_CODES, isAlike, languageOf } from '@preflag/readers/language';
import { translatable } from '../language/translatable.ts';

/** Shorter texts are not identified: restricted to two languages, franc takes 0.43 % of 80 characters for the other one. */
const SHORTEST = 80;
/** The winner's distance, of 1, to the other language. */
const MARGIN = 0.1;

/** Which of the two languages the target of each segment is in, by the segment's id; segments that cannot be told are left out. */
export const identifiedLanguages: Fact<'bitext', ReadonlyMap<string, 'source' | 'target'>> = defineFact({
  id: 'translation/identified-languages',
  reads: 'bitext',
  async compute({ segments, sourceLanguage, targetLanguage }) {
    const found = new Map<string, 'source' | 'target'>();
    const [from, to] = [languageOf(sourceLanguage), languageOf(targetLanguage)];
    if (from === undefined || to === undefined || isAlike(from, to)) return found;
    const [source, target] = [FRANC_CODES[from], FRANC_CODES[to]];
    if (source === undefined || target === undefined) return found;
    const long = segments.flatMap(({ id, target: text, targetProse, role }) => {
      const plain = role === 'code' || text === undefined ? '' : translatable(targetProse ?? text);
      return plain.length >= SHORTEST ? [{ id, plain }] : [];
    });
    if (long.length === 0) return found;
    const { francAll } = await import('franc');
    for (const { id, plain } of long) {
      const [first, second] = francAll(plain, { only: [source, target] });
      if (!first || first[0] === 'und' || (second && first[1] - second[1] < MARGIN)) continue;
      found.set(id, first[0] === source ? 'source' : 'target');
    }
    return found;
  },
});
