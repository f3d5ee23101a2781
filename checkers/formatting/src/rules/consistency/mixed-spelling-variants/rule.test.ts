import { testRule } from '@preflag/testing/rule-tester';
import { mixedSpellingVariantsPlant } from './plant.ts';
import { mixedSpellingVariants } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });
const asking = (language: string): { deliverables: object[] } => ({ deliverables: [{ path: 'a.md', language }] });

testRule(mixedSpellingVariants, {
  plant: mixedSpellingVariantsPlant,
  valid: [
    {
      name: 'names, quotations and code',
      example: { ...text('The Labor Party and the Center for it said “color”, and `gray`.'), job: asking('en-GB') },
    },
    {
      name: 'Oxford spelling',
      example: { ...text('We organize the colour of the centre, and recognize the behaviour.'), job: asking('en-GB') },
    },
    {
      name: 'words with two meanings',
      example: { ...text('The program checks the story while the license is in the draft.'), job: asking('en-GB') },
    },
    { name: 'Canadian', example: { ...text('The colour of the center was analyzed.'), job: asking('en-CA') } },
  ],
  invalid: [
    {
      name: 'British words where American is asked',
      example: { ...text('The centre was organised for the travellers. Colour is a favourite.'), job: asking('en-US') },
      findings: [
        { messageId: 'asked', excerpt: 'centre', message: "'centre' is the British spelling, and the job asks for en-US" },
        { messageId: 'asked', excerpt: 'organised', certainty: 'likely' },
        { messageId: 'asked', excerpt: 'travellers' },
        { messageId: 'asked', excerpt: 'Colour' },
        { messageId: 'asked', excerpt: 'favourite' },
      ],
    },
  ],
});
