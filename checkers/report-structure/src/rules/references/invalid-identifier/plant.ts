import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const invalidIdentifierPlant: Plant = definePlant({
  rule: 'report-structure/invalid-identifier',
  clean: () => reportOf('# Rents', 'See Miller, ISBN 978-3-16-148410-0, ISSN 0378-5955, doi:10.1000/182.'),
  ways: byAdding('a number that is made up', ['See Meyer, ISBN 978-3-16-148410-5.'], { messageId: 'digit', excerpt: '978-3-16-148410-5' }),
});
