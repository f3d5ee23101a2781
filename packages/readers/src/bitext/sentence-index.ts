export { findSentenceGaps, type SentenceGap, type SentencePair } from './align-sentences.ts';
export { sentenceSplitter, type Sentence } from './sentences.ts';
