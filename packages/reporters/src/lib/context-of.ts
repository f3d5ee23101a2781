import type { Finding } from '@preflag/core';

/** Readers give so much of what stands around, where there is more. */
const CONTEXT = 40;

/** The words around what was found; where they were cut, whole words and a sign for it. */
export function contextOf({ evidence: { prefix = '', excerpt, suffix = '' } }: Finding): string {
  const isCut = suffix.length >= CONTEXT && !/[.!?。！？…]["'”’)]?\s*$/u.test(suffix);
  const space = suffix.lastIndexOf(' ');
  const behind = isCut ? `${space > 0 ? suffix.slice(0, space) : suffix}…` : suffix;
  const word = prefix.indexOf(' ');
  const before = prefix.length >= CONTEXT && word >= 0 && word < prefix.length - 1 ? `…${prefix.slice(word + 1)}` : prefix;
  return `${before}${excerpt}${behind}`;
}
