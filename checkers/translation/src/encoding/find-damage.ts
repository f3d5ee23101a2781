import { findLookalike } from './find-lookalike.ts';
import { ANY_INVISIBLE, findMojibake, INVISIBLE } from '@preflag/readers/damage';

export interface Damage {
  readonly kind:
    | 'garbled'
    | 'lost'
    | 'questions'
    | 'invisible'
    | 'private'
    | 'direction'
    | 'decomposed'
    | 'lookalike'
    | 'escaped'
    | 'stretched';
  readonly offset: number;
  readonly found: string;
  /** What was meant, where that is known. */
  readonly decoded?: string;
  /** The kind of an invisible character, in words. */
  readonly name?: string;
}

/** Addresses have question marks within. */
const WITH_QUESTIONS = /[=&/@#<>{}]/;
const QUESTIONS = /(?<!\S)(?=\S{0,80}\p{L}\?+\p{L}|\?{3,}(?!\S))\S{2,80}(?!\S)/u;
const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}\uFDD0-\uFDEF]+/u;
/** A letter with a mark of its own, where Unicode has one character for both; and parts of Korean syllables. */
const DECOMPOSED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\u0300-\u036F]+|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?/gu;

/** What was escaped twice, and letters of Latin script as entities of html, which nobody has to write so. */
const ESCAPED =
  /&amp;(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[\da-fA-F]{1,5});|&(?:[A-Za-z](?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron)|szlig|aelig|AElig|oelig|OElig);/;
/** Kashida: it stretches a word of Arabic script to fill a line of one width. */
const STRETCHED = /(?<=\p{Script=Arabic})\u0640+(?=\p{Script=Arabic})/u;

/** What damaged the text of a localisation file: the first place of each kind. */
export function findDamage(text: string): Damage[] {
  return [
    ...garbled(text),
    ...lost(text),
    ...invisible(text),
    ...matched('private', PRIVATE, text),
    ...matched('escaped', ESCAPED, text),
    ...matched('stretched', STRETCHED, text),
  ];
}

/** Damage that no rule on documents finds. */
export function findHiddenDamage(text: string): Damage[] {
  return [...questions(text), ...direction(text), ...decomposed(text), ...lookalike(text)];
}

function garbled(text: string): Damage[] {
  return findMojibake(text)
    .slice(0, 1)
    .map(({ offset, found, decoded }) => ({ kind: 'garbled', offset, found, decoded }));
}

function lost(text: string): Damage[] {
  return matched('lost', /\uFFFD+/, text);
}

function invisible(text: string): Damage[] {
  if (!ANY_INVISIBLE.test(text)) return [];
  return INVISIBLE.flatMap(({ kind: name, pattern, allowedWith }): Damage[] => {
    const [first] = allowedWith?.test(text) ? [] : text.matchAll(pattern);
    return first ? [{ kind: 'invisible', offset: first.index, found: first[0], name }] : [];
  });
}

/** Letters of another encoding that a program could not write became question marks. */
function questions(text: string): Damage[] {
  if (!text.includes('?')) return [];
  const [first] = matched('questions', QUESTIONS, text);
  return first && !WITH_QUESTIONS.test(first.found) ? [first] : [];
}

/** Marks that open a run of another direction, and the one that ends it. */
function direction(text: string): Damage[] {
  const open: { readonly sign: string; readonly offset: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (sign !== '\u202C' && sign !== '\u2069') open.push({ sign, offset: index });
    else if (open.length === 0 || isIsolate(open.pop()?.sign) !== (sign === '\u2069'))
      return [{ kind: 'direction', offset: index, found: sign }];
  }
  return open.slice(0, 1).map(({ sign, offset }) => ({ kind: 'direction', offset, found: sign }));
}

function isIsolate(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '\u2066';
}

function decomposed(text: string): Damage[] {
  if (!/[\u0300-\u036F\u1100-\u1112]/.test(text)) return [];
  for (const { 0: found, index } of text.matchAll(DECOMPOSED))
    if (found.normalize('NFC').length < found.length) return [{ kind: 'decomposed', offset: index, found }];
  return [];
}

function lookalike(text: string): Damage[] {
  const found = findLookalike(text);
  return found ? [{ kind: 'lookalike', offset: found.offset, found: found.letter }] : [];
}

function matched(kind: Damage['kind'], pattern: RegExp, text: string): Damage[] {
  const found = pattern.exec(text);
  return found ? [{ kind, offset: found.index, found: found[0] }] : [];
}
