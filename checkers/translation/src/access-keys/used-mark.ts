import { findKeys, isLabel, KEY_MARKS, withoutLiterals, type KeyMark } from './find-keys.ts';

/** The mark that the labels of a file have before their access keys. */
export interface UsedMark {
  readonly mark: KeyMark;
  /** Marks within words (`E_xit`) are keys too. */
  readonly isInWords: boolean;
}

/** So many labels make a habit; fewer may be names of variables. */
const FEWEST_LABELS = 3;

/** Tells from the sources of a file which mark it uses; `undefined` where it uses none. */
export function usedMark(sources: ReadonlySet<string>): UsedMark | undefined {
  const counts = KEY_MARKS.map((mark) => ({ mark, labels: 0, words: 0 }));
  for (const source of sources)
    for (const count of counts) {
      if (!source.includes(count.mark)) continue;
      if (hasPlainKey(source, count.mark)) count.labels += 1;
      else if (hasKeyInWord(source, count.mark)) count.words += 1;
    }
  const [most] = counts.toSorted((a, b) => b.labels - a.labels);
  return most && most.labels >= FEWEST_LABELS ? { mark: most.mark, isInWords: most.labels > most.words } : undefined;
}

/** A label with one key, at its start or before a capital: `_gp is not defined` and `~5 lines` have none. */
function hasPlainKey(text: string, mark: KeyMark): boolean {
  const at = onlyKey(text, mark);
  return at !== undefined && !isInWord(text, at) && (at === 0 || /^\p{Lu}/u.test(text.slice(at + 1))) && !isIdentifier(text, at);
}

function hasKeyInWord(text: string, mark: KeyMark): boolean {
  return findKeys(text, mark).some((at) => isInWord(text, at));
}

/** The key of a label. */
export interface LabelKey {
  readonly offset: number;
  /** Within a word: `E_xit`; a name such as `Multi_key` looks the same. */
  readonly isInWord: boolean;
}

/** The key of a label; `undefined` where there is none, or more than one. */
export function keyOfLabel(text: string, { mark, isInWords }: UsedMark): LabelKey | undefined {
  const offset = onlyKey(text, mark);
  if (offset === undefined || isIdentifier(text, offset)) return undefined;
  if (!isInWord(text, offset)) return { offset, isInWord: false };
  return isInWords && /^\p{Ll}|^\p{Lo}/u.test(text.slice(offset + 1)) && !VALUE.test(text) ? { offset, isInWord: true } : undefined;
}

/** Signs of messages that name something: `not found in module_path: "%s"`. */
const VALUE = /["“”„«»%{]/u;

/** The offset of a key beside which the mark does not stand: that in `_emphasis_` is none. */
function onlyKey(text: string, mark: KeyMark): number | undefined {
  const [key, ...others] = isLabel(text) ? findKeys(text, mark) : [];
  return key === undefined || others.length > 0 || withoutLiterals(text, mark).lastIndexOf(mark) !== key ? undefined : key;
}

function isInWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(0, at));
}

/** The word at an offset is a name of programs: `_exit()`, `$_name`, `get_id2`. */
function isIdentifier(text: string, at: number): boolean {
  const before = /[^\s(（[]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^\S*/u.exec(text.slice(at + 1))?.[0] ?? '';
  return /[$%@/\\<=.]/.test(before) || /[()=/\\<]|\p{L}\d|[._]\p{L}/u.test(after);
}
