import { defineFact, type Fact } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { broughtIdentifiers } from '../language/brought-identifiers.ts';
import { isInUnknownScript } from '../language/is-in-unknown-script.ts';
import { pairIdentifier } from '../language/identifiers.ts';
import { translatable } from '../language/translatable.ts';

/** Shorter texts are taken for the other of two languages too often. */
const SHORTEST = 80;

/** Which of the two languages the target of each segment is in, by the segment's id; segments that cannot be told are left out. */
export const identifiedLanguages: Fact<'bitext', ReadonlyMap<string, 'source' | 'target'>> = defineFact({
  id: 'translation/identified-languages',
  reads: 'bitext',
  async compute({ segments, sourceLanguage, targetLanguage }, _facts, _limits, plugged) {
    const found = new Map<string, 'source' | 'target'>();
    const [from, to] = [languageOf(sourceLanguage), languageOf(targetLanguage)];
    if (from === undefined || to === undefined || isInUnknownScript(targetLanguage)) return found;
    const long = segments.flatMap(({ id, target: text, targetProse, role }) => {
      const plain = role === 'code' || text === undefined ? '' : translatable(targetProse ?? text);
      return plain.length >= SHORTEST ? [{ id, plain }] : [];
    });
    if (long.length === 0) return found;
    const identify = await pairIdentifier(from, to, await broughtIdentifiers(plugged));
    for (const { id, plain } of long) {
      const side = await identify?.(plain);
      if (side) found.set(id, side);
    }
    return found;
  },
});
