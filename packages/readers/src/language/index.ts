export { FRANC_CODES, isAlike } from './franc-codes.ts';
export { languageOf, scriptOf } from './language-of.ts';
export { languageScores } from './language-scores.ts';
