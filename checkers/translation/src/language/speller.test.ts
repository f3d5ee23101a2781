import * as engine from 'hunspell-asm';
import { expect, it } from 'vitest';
import { createSpeller, spellerFor } from './speller.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const DICTIONARY = {
  aff: bytes('SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\nSFX S Y 1\nSFX S 0 s .\n'),
  dic: bytes('4\nhouse/S\nstreet/S\naddress\nnaïve\n'),
};

it('knows words with their forms, and what is one letter away', async () => {
  const speller = await createSpeller(DICTIONARY, engine);
  expect(['house', 'houses', 'naïve', 'hause', 'addresss'].map((word) => speller.knows(word))).toEqual([true, true, true, false, false]);
  expect(['hause', 'adress', 'stret', 'hosue', 'elephant'].map((word) => speller.near(word))).toEqual([
    'house',
    'address',
    'street',
    'house',
    undefined,
  ]);
});

it.each([
  ['tlh', 'dictionary-tlh'],
  ['x-../evil', 'dictionary-'],
])('says what to install for %s', async (language, name) => {
  expect(await spellerFor(language)).toEqual({ missing: `No dictionary of this language is installed: npm install ${name}` });
});
