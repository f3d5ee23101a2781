import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const entryNeverCitedPlant: Plant = definePlant({
  rule: 'report-structure/entry-never-cited',
  clean: () =>
    reportOf(
      '# Rents',
      'Rents rose [1], and homes are few [2].',
      '## References',
      '[1] Miller, A. (2020). Rents.',
      '[2] Meyer, B. (2021). Homes.',
    ),
  ways: byAdding('one more entry', ['[3] Moore, C. (2022). Wages.'], { messageId: 'uncited', excerpt: 'Moore' }),
});
