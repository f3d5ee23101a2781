import { definePlant, type Plant } from '@preflag/testing';
import { paragraphWays, reportsOf } from '../../../document-plants.ts';

const GERMAN =
  'Die Mieten der Stadt sind im Mai um ein Zehntel gestiegen, weil das Amt nur neue Verträge zählt und die alten nicht mehr beachtet; im Sommer wird neu gezählt, und erst dann weiß man, ob die Preise wirklich höher sind als im letzten Jahr.';
const ENGLISH =
  'The rents of the town rose by a tenth in May, because the office counts new leases only and leaves the old ones out; it counts again in the summer, and only then will anybody know whether prices are really higher than they were last year.';

export const languageNotAsAskedPlant: Plant = definePlant({
  rule: 'formatting/language-not-as-asked',
  clean: async () => ({
    ...(await reportsOf(['# Rents', ENGLISH])),
    job: {
      deliverables: [
        { path: 'report.md', language: 'en-GB' },
        { path: 'letter.docx', language: 'en-GB' },
      ],
    },
  }),
  ways: paragraphWays({
    'a paragraph in German': [GERMAN, { messageId: 'part', excerpt: 'Die Mieten der Stadt' }],
    'most of it in German': [GERMAN.repeat(3), { messageId: 'whole' }],
  }),
});
