import { expect, it } from 'vitest';
import { isolatedPieces } from './isolated-pieces.ts';

it.each([
  ['a sentence without them', "'Haus' is translated differently", []],
  [
    'between quotation marks, with their full stops',
    "'خزن التعديلات.' is translated differently elsewhere: 'احفظ.'",
    ['خزن التعديلات.', 'احفظ.'],
  ],
  ['with digits in front', "The translation says '12 ميلاً' where the source has '12 km'", ['12 ميلاً']],
  ['after words of another language', "'Sure: نعم' announces it", ['Sure: نعم']],
  ['without quotation marks, up to the next word', 'The placeholder {الاسم}، (رقم 3) is not in the source', ['الاسم}، (رقم']],
  ['headings of a place', 'كيفية الوصول › paragraph 4', ['كيفية الوصول']],
  ['Hebrew', "'שלום' and 'עולם'", ['שלום', 'עולם']],
])('%s', (_, sentence, apart) => {
  const pieces = isolatedPieces(sentence);
  expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
  expect(pieces.filter(({ isApart }) => isApart).map(({ text }) => text)).toEqual(apart);
});

it('is done with a long text at once', () => {
  const sentence = `'${'ا1 '.repeat(20_000)}`;
  expect(
    isolatedPieces(sentence)
      .map(({ text }) => text)
      .join(''),
  ).toBe(sentence);
});
