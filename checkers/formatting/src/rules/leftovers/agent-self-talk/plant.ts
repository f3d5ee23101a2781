import { definePlant, type Plant } from '@preflag/testing';
import { cleanReports, paragraphWays } from '../../../document-plants.ts';

export const agentSelfTalkPlant: Plant = definePlant({
  rule: 'formatting/agent-self-talk',
  clean: cleanReports,
  ways: paragraphWays({
    'it says what it is': [
      'As an AI language model, I cannot give legal advice on the lease.',
      { messageId: 'talk', excerpt: 'As an AI language model, I' },
    ],
    'it says when its knowledge ends': [
      'As of my last knowledge update, the price had not changed.',
      { messageId: 'talk', excerpt: 'As of my last knowledge update' },
    ],
    'it cannot look': ['I cannot browse the internet to see the price.', { messageId: 'talk', excerpt: 'I cannot browse the internet' }],
  }),
});
