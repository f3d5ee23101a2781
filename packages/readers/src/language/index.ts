export { FUNCTION_WORDS } from './function-words.ts';
export { FRANC_CODES, isAlike } from './franc-codes.ts';
export { languageOf, scriptOf } from './language-of.ts';
export { languageScores } from './language-scores.ts';
export { documentLanguage, isKnownLanguage, noteUnknownLanguage } from './known-language.ts';
export { textLanguage } from './text-language.ts';
export { isProse } from './is-prose.ts';
export { lengthDeviation, lengthModel, refineModel, weightOf, type LengthModel } from '../bitext/length-model.ts';
