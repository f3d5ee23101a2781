import type { Hunspell, loadModule } from 'hunspell-asm';
import { installed } from './installed.ts';

/** Says of words whether a dictionary has them, which it holds outside of the heap. */
export interface Speller {
  /** With its forms, and compounds where the language has them. */
  knows(word: string): boolean;
  /** A word of the dictionary that is one letter away: added, left out, another, or two that changed places. Not two words, nor a name. */
  near(word: string): string | undefined;
}

/** The two files of a hunspell dictionary. */
export interface DictionaryFiles {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
}

/** Why there is none, and what to install. */
export interface NoSpeller {
  readonly missing: string;
}

/** Named at run time: neither is a dependency of this package, and no bundle takes them in. */
const ENGINE: string = 'hunspell-asm';

let last: { readonly language: string; readonly speller: Promise<Speller | NoSpeller> } | undefined;

/** For a language (BCP 47): hunspell-asm and `dictionary-<language>`, where the user has installed both. The last one is kept. */
export async function spellerFor(language: string): Promise<Speller | NoSpeller> {
  if (last?.language !== language) last = { language, speller: open(language) };
  return last.speller;
}

async function open(language: string): Promise<Speller | NoSpeller> {
  const names = packagesOf(language);
  const [first = ''] = names;
  const engine = await installed<{ readonly loadModule: typeof loadModule }>(ENGINE);
  if (!engine) return { missing: `Spelling is checked where a dictionary is installed: npm install ${ENGINE} ${names.at(-1) ?? first}` };
  for (const name of names) {
    const dictionary = await installed<{ readonly default: DictionaryFiles }>(name);
    if (dictionary) return createSpeller(dictionary.default, engine);
  }
  return { missing: `No dictionary of this language is installed: npm install ${names.at(-1) ?? first}` };
}

/** `dictionary-de-at`, `dictionary-de`: as they are called in the registry of npm. Nothing but letters gets into the name. */
function packagesOf(language: string): string[] {
  const parts = language.replaceAll('_', '-').toLowerCase().split('-');
  const [own = '', region] = [parts[0]?.match(/^[a-z]{2,3}$/)?.[0], parts.slice(1).find((part) => /^[a-z]{2}$|^latn$/.test(part))];
  return [...(region ? [`dictionary-${own}-${region.replace('latn', 'latin')}`] : []), `dictionary-${own}`];
}

/** Loads a dictionary. */
export async function createSpeller(files: DictionaryFiles, engine: { readonly loadModule: typeof loadModule }): Promise<Speller> {
  const factory = await engine.loadModule();
  const [aff, dic] = [factory.mountBuffer(files.aff, 'own.aff'), factory.mountBuffer(files.dic, 'own.dic')];
  const hunspell: Hunspell = factory.create(aff, dic);
  return {
    knows: (word) => hunspell.spell(word),
    near: (word) => hunspell.suggest(word).find((other) => isOneEdit(word, other)),
  };
}

function isOneEdit(word: string, other: string): boolean {
  if (word === other || /[\s-]|^\p{Lu}/u.test(other) || Math.abs(word.length - other.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === other[start]) start += 1;
  const [rest, otherRest] = [word.slice(start), other.slice(start)];
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest.slice(2) === otherRest.slice(2) && rest[0] === otherRest[1] && rest[1] === otherRest[0])
  );
}
