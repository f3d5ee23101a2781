import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const imageWithoutTextPlant: Plant = definePlant({
  rule: 'report-structure/image-without-text',
  clean: () => markdownReport('# Rents', '![Rents by region](rents.png)'),
  ways: { 'a picture without a text': (clean) => addToMarkdown(clean, ['![](wages.png)'], [{ messageId: 'none' }]) },
});
