/** A piece of a sentence of ours: our words, or a text of the delivery that is read in its own direction. */
export interface IsolatedPiece {
  readonly text: string;
  readonly isApart: boolean;
}

const RTL = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`;
const HAS_RTL = new RegExp(RTL, 'u');
/** What stands between quotation marks, with something of such a script; else a run of it, over signs and digits but not over other letters. */
const APART = new RegExp(String.raw`(?<=')[^']{0,500}?${RTL}[^']{0,500}(?=')|${RTL}(?:(?:(?!${RTL})[^\p{L}'\n]){0,40}${RTL}){0,500}`, 'gu');

/**
 * Divides a sentence in English at the texts in it that are written from right to left. Each is to be isolated: otherwise the sentence
 * around it is put into another order.
 */
export function isolatedPieces(sentence: string): readonly IsolatedPiece[] {
  if (!HAS_RTL.test(sentence)) return [{ text: sentence, isApart: false }];
  const pieces: IsolatedPiece[] = [];
  let end = 0;
  for (const { 0: text, index } of sentence.matchAll(APART)) {
    if (index > end) pieces.push({ text: sentence.slice(end, index), isApart: false });
    pieces.push({ text, isApart: true });
    end = index + text.length;
  }
  if (end < sentence.length) pieces.push({ text: sentence.slice(end), isApart: false });
  return pieces;
}
