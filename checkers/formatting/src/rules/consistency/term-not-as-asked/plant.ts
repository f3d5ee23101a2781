import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

const terms = { use: { GitHub: ['Github', 'git hub'] }, banned: ['utilize'] };

export const termNotAsAskedPlant: Plant = definePlant({
  rule: 'formatting/term-not-as-asked',
  clean: async () => ({
    ...(await cleanReports()),
    job: {
      deliverables: [
        { path: 'report.md', terms },
        { path: 'letter.docx', terms },
      ],
    },
  }),
  ways: paragraphWays({
    'another spelling': ['The team is on Github.', { messageId: 'use', excerpt: 'Github' }],
    'a banned word': ['The team can utilize the data.', { messageId: 'banned', excerpt: 'utilize' }],
  }),
});
