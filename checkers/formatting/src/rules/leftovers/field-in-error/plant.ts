import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, cleanReports, paragraphWays } from '../../../document-plants.ts';

export const fieldInErrorPlant: Plant = definePlant({
  rule: 'formatting/field-in-error',
  clean: cleanReports,
  ways: {
    ...paragraphWays({
      'a reference': [
        'As Error! Reference source not found. shows, rents rose.',
        { messageId: 'error', excerpt: 'Error! Reference source' },
      ],
      'in German': ['Siehe Fehler! Verweisquelle konnte nicht gefunden werden.', { messageId: 'error', excerpt: 'Fehler! Verweisquelle' }],
    }),
    'a field of Word': (clean) =>
      addToDocx(
        clean,
        '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:fldSimple w:instr=" REF _Ref1 \\h "><w:r><w:t>Error! Bookmark not defined.</w:t></w:r></w:fldSimple></w:p>',
        [{ messageId: 'error', excerpt: 'Error! Bookmark not defined.' }],
      ),
  },
});
