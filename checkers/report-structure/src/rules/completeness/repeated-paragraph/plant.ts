import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

const TEXT =
  'Rents rose in every region of the country, since fewer homes were built than in any of the ten years before, and wages rose faster than prices.';

export const repeatedParagraphPlant: Plant = definePlant({
  rule: 'report-structure/repeated-paragraph',
  clean: () => reportOf('# Rents', TEXT),
  ways: byAdding('the paragraph again', ['## Outlook', TEXT], { messageId: 'twice', excerpt: 'Rents rose' }),
});
