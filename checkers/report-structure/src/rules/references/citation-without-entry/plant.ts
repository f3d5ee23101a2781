import { definePlant, type Plant } from '@preflag/testing';
import { onTop, reportOf } from '../../../report-plants.ts';
const LIST = [
  '## References',
  '[1] Miller, A. (2020). Rents. https://one.org/a',
  '[2] Meyer, B. (2021). Homes. https://one.org/b',
  '[3] Moore, C. (2022). Wages. https://one.org/c',
];

export const citationWithoutEntryPlant: Plant = definePlant({
  rule: 'report-structure/citation-without-entry',
  clean: () => reportOf('# Rents', 'Rents rose [1], and homes are few [2, 3].', ...LIST),
  ways: {
    ...onTop('a number that is not in the list', 'Wages fell [4].', { messageId: 'missing', excerpt: '[4]' }),
  },
});
