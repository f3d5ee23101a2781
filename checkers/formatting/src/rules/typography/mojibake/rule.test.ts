import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { mojibakePlant } from './plant.ts';
import { mojibake } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(mojibake, {
  plant: mojibakePlant,
  valid: [
    {
      name: 'no-break spaces and marks behind such letters',
      example: text('« activé\u00A0», «sì…», “così…”, for å\u00A0…, qualità\u00A0– «\u00A0à\u00A0», è\u00A0«\u00A0là\u00A0».'),
    },
    { name: 'words with such letters', example: text('SÃO PAULO, Âge, Ärger, «CAFÉ», “A IRMÔ, À la carte, naïve, Æon, Ελλάδα, Привет.') },
    { name: 'quoted and code', example: text('It shows “Ã©” or `â€™`.') },
  ],
  invalid: [
    {
      name: 'the sign by itself, which a text may be about',
      example: { files: { 'a.md': 'Characters without a form are set to \uFFFD or left out.\n' } },
      findings: [{ messageId: 'alone', certainty: 'likely', excerpt: '\uFFFD' }],
    },
    {
      name: 'several',
      example: text('Caf\u00C3\u00A9 â€“ 5Â°C ðŸ˜€'),
      findings: [
        { messageId: 'garbled', message: "'Ã©' stands where 'é' was meant", certainty: 'certain' },
        { messageId: 'garbled', excerpt: 'â€“' },
        { messageId: 'garbled', excerpt: 'Â°' },
        { messageId: 'garbled', excerpt: 'ðŸ˜€' },
      ],
    },
  ],
});

it('proposes what decodes back', async () => {
  const { findings } = await runExample([mojibake], text('The officeâ€™s count.'));
  expect(findings[0]?.fixes).toMatchObject([{ safety: 'safe', edits: [{ from: 'â€™', to: '’' }] }]);
});
