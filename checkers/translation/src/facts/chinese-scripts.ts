import { defineFact, type Fact } from '@preflag/core';
import { languageOf } from '@preflag/readers/language';
import { loadChineseScripts, type ChineseScript } from '../language/chinese-characters.ts';
import { translatedSegments } from '../translated-segments.ts';

/** How many characters of a target are used in only one of the two scripts, and the first ones. */
export interface ScriptCount {
  readonly Hans: string;
  readonly Hant: string;
}

/** The characters of Chinese targets that tell the script, by the segment's id; empty for other languages. */
export const chineseScripts: Fact<'bitext', ReadonlyMap<string, ScriptCount>> = defineFact({
  id: 'translation/chinese-scripts',
  reads: 'bitext',
  async compute(model) {
    if (languageOf(model.targetLanguage) !== 'zh') return new Map();
    const scripts = await loadChineseScripts();
    return new Map(
      translatedSegments(model).map(({ id, targetProse }) => {
        const found: Record<ChineseScript, string> = { Hans: '', Hant: '' };
        for (const character of targetProse.match(/\p{Script=Han}/gu) ?? []) {
          const script = scripts.get(character);
          if (script) found[script] += character;
        }
        return [id, found];
      }),
    );
  },
});
