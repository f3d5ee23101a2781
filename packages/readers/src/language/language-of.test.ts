import { expect, it } from 'vitest';
import { languageOf, scriptOf } from './language-of.ts';

it.each([
  ['de', 'de', 'Latn'],
  ['zh-Hant', 'zh', 'Hant'],
  ['pt_BR', 'pt', 'Latn'],
  ['sr@latin', 'sr', 'Latn'],
  ['be@latin', 'be', 'Latn'],
  ['uz@cyrillic', 'uz', 'Cyrl'],
  ['en@quot', 'en', 'Latn'],
  ['de_DE.UTF-8@euro', 'de', 'Latn'],
  ['sr', 'sr', undefined],
  ['', undefined, undefined],
  ['@latin', undefined, undefined],
  ['no tag', undefined, undefined],
])('of %j is %s in %s', (tag, language, script) => {
  expect([languageOf(tag), scriptOf(tag)]).toEqual([language, script]);
});
