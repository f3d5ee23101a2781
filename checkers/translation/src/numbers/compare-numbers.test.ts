import { expect, it } from 'vitest';
import { compareNumbers } from './compare-numbers.ts';

it.each([
  ['separators', 'en', '1,234.5 of 12,34,567', 'de', '1.234,5 von 1234567'],
  ['spaces and apostrophes', 'en', '85,000 and 7,000', 'fr', '85 000 et 7’000'],
  ['digits of other scripts', 'en', '2,017 of 12.5', 'ar', '٢٬٠١٧ من ١٢٫٥'],
  ['full-width digits', 'ja', '１０％、７５歳', 'en', '10% at age 75'],
  ['scale words', 'en', '$221bn and 4 million', 'de', '221 Mrd. Dollar und 4 Mio.'],
  ['ten thousands', 'zh', '9.1万人，3亿', 'en', '91,000 people, 300 million'],
  ['parts that add up', 'ja', '3億5000万円', 'en', '350 million yen'],
  ['lakh and crore', 'hi', '5 लाख, 2 करोड़', 'en', '500,000 and 20 million'],
  ['a clock', 'en', 'at 3:30 pm and 23.45', 'fr', 'à 15 h 30 et 23 h 45'],
  ['a full hour', 'en', 'open until 10 pm', 'de', 'bis 22:00 Uhr'],
  ['months', 'en', 'On 1 December 2016', 'ko', '2016년 12월 1일'],
  ['a date in digits', 'de', 'am 24.12.2016', 'en', 'on December 24, 2016'],
  ['small numbers in words', 'en', 'three of 12 and the 2nd', 'de', '3 von zwölf und der zweite'],
  ['centuries', 'en', 'the 19th century', 'it', 'il XIX secolo'],
  ['centuries by their years', 'en', 'in the 8th century', 'sv', 'på 700-talet'],
  ['short years', 'en', 'in 1996-1997', 'de', '1996/97'],
  ['years of the Thai calendar', 'en', 'in 2016', 'th', 'ใน พ.ศ. 2559'],
  ['English tens', 'de', 'mit 25 Leuten, 15 Tage', 'en', 'with twenty-five people, fifteen days'],
  ['tens in words', 'en', 'Only 50 of 80', 'cs', 'Jen padesát z osmdesáti'],
  ['teens in words', 'en', 'the 15th century', 'fr', 'le quinzième siècle'],
  ['Arabic teens', 'en', 'the 15th century', 'ar', 'القرن الخامس عشر'],
  ['decades in words', 'en', 'in the 1970s', 'ar', 'في السبعينيات'],
  ['tens with units', 'en', 'on the 28th', 'ar', 'في الثامن والعشرين'],
  ['one word for both', 'en', '25 people', 'de', 'fünfundzwanzig Leute'],
  ['a half', 'en', 'the 1.5-degree target', 'ar', 'درجة ونصف'],
])('takes for the same: %s', (_, from, source, to, target) => {
  expect(compareNumbers({ text: source, language: from }, { text: target, language: to })).toBeUndefined();
});

it.each([
  ['a digit', 'en', 'in 1946', 'de', '1964', ['1946'], ['1964']],
  ['a lost digit', 'en', '600,000 people', 'it', '60.000 persone', ['600,000'], ['60.000']],
  ['a scale', 'zh', '9.1万', 'en', '95,000', ['9.1'], ['95,000']],
  ['only missing', 'en', 'all 354 seats', 'de', 'alle Plätze', ['354'], []],
  ['only extra', 'en', 'all seats', 'de', 'alle 354 Plätze', [], ['354']],
  ['other tens in words', 'en', '25 people', 'de', 'fünfunddreißig Leute', ['25'], []],
  ['a clock', 'en', 'at 10:30', 'de', 'um 10:45', ['10:30'], ['10:45']],
])('sees %s', (_, from, source, to, target, missing, extra) => {
  const gap = compareNumbers({ text: source, language: from }, { text: target, language: to });
  expect([gap?.missing.map(({ text }) => text), gap?.extra.map(({ text }) => text)]).toEqual([missing, extra]);
});
