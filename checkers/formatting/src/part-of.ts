import type { Location, RuleContext } from '@preflag/core';
import type { Document, DocumentParts } from '@preflag/readers';

/** A part of the document; `undefined`, and said to be not checked, where the format or the file cannot tell. */
export function partOf<K extends keyof DocumentParts>(
  { model, notChecked }: Pick<RuleContext<'document'>, 'model' | 'notChecked'>,
  name: K,
  what: string,
): DocumentParts[K] | undefined {
  const part = model.parts[name];
  if (part === undefined) notChecked('format', `It is not known from this ${model.format} file ${what}.`);
  return part;
}

/** The place of a block by its number; the file where there is none. */
export function placeOf(model: Document, block: number, offset?: number, length?: number): Location {
  const found = model.blocks[block];
  return found ? model.locate(found, offset, length) : { kind: 'file' };
}
