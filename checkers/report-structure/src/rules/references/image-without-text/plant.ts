import { definePlant, PICTURE, type Plant, withFile } from '@preflag/testing';
import { addToMarkdown, markdownReport } from '../../../report-plants.ts';

export const imageWithoutTextPlant: Plant = definePlant({
  rule: 'report-structure/image-without-text',
  clean: () => withFile(markdownReport('# Rents', '![Rents by region](rents.png)'), 'rents.png', PICTURE),
  ways: { 'a picture without a text': (clean) => addToMarkdown(clean, ['![](wages.png)'], [{ messageId: 'none' }]) },
});
