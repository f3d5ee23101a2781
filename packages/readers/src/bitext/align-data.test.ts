import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import type { Data } from '../data/index.ts';
import { readData } from '../data/index.ts';
import { alignData } from './index.ts';

async function data(value: unknown): Promise<Data> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.json');
  await writeFile(path, JSON.stringify(value));
  const result = await readData({ file: 'a.json', path }, { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  return result.model;
}

test.each([
  [
    { a: 'x', b: { c: ['y', 1, null] } },
    { a: 'X', b: { c: ['Y', 2, true] } },
    [
      ['/a', 'x', 'X'],
      ['/b/c/0', 'y', 'Y'],
    ],
  ],
  [
    { a: 'x', b: 'y' },
    { b: 'Y', 'c/d': 'Z' },
    [
      ['/a', 'x', undefined],
      ['/b', 'y', 'Y'],
      ['+ /c~1d', undefined, 'Z'],
    ],
  ],
  [{ a: 'x' }, { a: { b: 'X' } }, [['/a', 'x', undefined]]],
  [
    { a: { b: 'x' } },
    { a: 'X' },
    [
      ['+ /a', undefined, 'X'],
      ['/a/b', 'x', undefined],
    ],
  ],
  [{ en: { a: 'x' } }, { 'de-DE': { a: 'X' } }, [['/en/a', 'x', 'X']]],
  // Messages with remarks for translators, which are in the source only or stay as they are.
  [
    { a: { message: 'x', description: 'A button' }, b: { message: 'y', description: 'A title', placeholders: { n: { content: '$1' } } } },
    { a: { message: 'X' }, b: 'Y' },
    [
      ['/a/message', 'x', 'X'],
      ['/b/message', 'y', 'Y'],
    ],
  ],
  [
    { a: { string: 'x', developer_comment: 'A button' }, b: { string: 'y' } },
    { a: { string: 'X', developer_comment: 'A button' } },
    [
      ['/a/string', 'x', 'X'],
      ['/b/string', 'y', undefined],
    ],
  ],
  [
    { a: 'x', b: { message: 'y', comment: ['A title'] } },
    { a: 'X', b: 'Y' },
    [
      ['/a', 'x', 'X'],
      ['/b/message', 'y', 'Y'],
    ],
  ],
  [{ a: 'x', a___DESCRIPTION: 'A button' }, { a: 'X' }, [['/a', 'x', 'X']]],
  // Sections of texts that are called so.
  [
    { title: 'x', error: { message: 'y', description: 'z' } },
    { title: 'X', error: { message: 'Y' } },
    [
      ['/title', 'x', 'X'],
      ['/error/message', 'y', 'Y'],
      ['/error/description', 'z', undefined],
    ],
  ],
  [
    { en: { a: 'x' } },
    { fr: { a: 'X' } },
    [
      ['/en/a', 'x', undefined],
      ['+ /fr/a', undefined, 'X'],
    ],
  ],
  ['x', 'X', [['', 'x', 'X']]],
  [{ toString: 'x' }, {}, [['/toString', 'x', undefined]]],
])('%j with %j', async (source, target, expected) => {
  const { segments } = alignData(await data(source), await data(target), { source: 'en', target: 'de' });
  expect(segments.map((segment) => [segment.id, segment.source, segment.target])).toEqual(expected);
});

test('describes by the pointer in the target', async () => {
  const bitext = alignData(await data({ en: { list: ['one', 'two'] } }), await data({ de: { list: ['eins'] } }), {
    source: 'en',
    target: 'de',
  });
  expect(bitext.describe({ kind: 'segment', id: '/en/list/0' })).toEqual({ place: 'de › list › 1', anchor: '/en/list/0', excerpt: 'eins' });
  expect(bitext.describe({ kind: 'segment', id: '/en/list/1' })).toEqual({
    place: 'after de › list › 1',
    anchor: '/en/list/1',
    excerpt: 'two',
  });
});

test.each([
  ['a list and a name', ['Russia', 'Russian Federation'], 'Russland', [['/a/0', 'Russia', 'Russland', 'likely']]],
  ['a name and a list', 'Russia', ['Russland', 'Russische Föderation'], [['/a', 'Russia', 'Russland', 'likely']]],
  [
    'lists of different length',
    ['One', 'Two'],
    ['Eins'],
    [
      ['/a/0', 'One', 'Eins', 'likely'],
      ['/a/1', 'Two', undefined, 'likely'],
    ],
  ],
  [
    'lists of texts',
    ['One.', 'This is a text of its own, and no name of something.'],
    ['Eins.'],
    [
      ['/a/0', 'One.', 'Eins.', 'exact'],
      ['/a/1', 'This is a text of its own, and no name of something.', undefined, 'exact'],
    ],
  ],
])('pairs names that are alternatives: %s', async (_, source, target, expected) => {
  const { segments } = alignData(await data({ a: source }), await data({ a: target }), { source: 'en', target: 'de' });
  expect(segments.map((segment) => [segment.id, segment.source, segment.target, segment.alignment])).toEqual(expected);
});

test('leaves out what an arb file says of its texts, and takes its language', async () => {
  const bitext = alignData(
    await data({ '@@locale': 'en', hi: 'Hello', '@hi': { description: 'A greeting' }, '@x': 'alone' }),
    await data({ '@@locale': 'de_AT', hi: 'Hallo', '@x': 'allein' }),
    {},
  );
  expect(bitext.segments.map(({ id, source, target }) => [id, source, target])).toEqual([
    ['/hi', 'Hello', 'Hallo'],
    ['/@x', 'alone', 'allein'],
  ]);
  expect([bitext.sourceLanguage, bitext.targetLanguage]).toEqual(['en', 'de-AT']);
});

test('sets plural forms that only the target has beside the other of the source', async () => {
  const bitext = alignData(
    await data({ item_one: 'one', item_other: '{{count}} items', add_one: 'no plural' }),
    await data({ item_few: '{{count}} itemy', item_other: '{{count}} itemu', add_one: 'x' }),
    { target: 'pl' },
  );
  expect(bitext.segments.map(({ id, source, target, plural }) => [id, source, target, plural?.form])).toEqual([
    ['/item_one', 'one', undefined, undefined],
    ['/item_other', '{{count}} items', '{{count}} itemu', 'other'],
    ['/add_one', 'no plural', 'x', undefined],
    ['+ /item_few', '{{count}} items', '{{count}} itemy', 'few'],
  ]);
});
