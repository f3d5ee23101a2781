export { decodeText } from './decode-text.ts';
export { describeText, surroundText } from './describe-text.ts';
export { LineIndex } from './line-index.ts';
export { readText } from './read-text.ts';
