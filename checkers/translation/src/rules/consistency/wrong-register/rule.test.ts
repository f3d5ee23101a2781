import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { wrongRegisterPlant } from './plant.ts';
import { wrongRegister } from './rule.ts';

testRule(wrongRegister, {
  plant: wrongRegisterPlant,
  valid: [
    { name: 'informal', example: messagePair('You can close it.', 'Du kannst es schließen.', 'de', { register: 'informal' }) },
    {
      name: 'what somebody says',
      example: messagePair('He called: “Do you come?”', 'Er rief: „Kommst du?“', 'de', { register: 'formal' }),
    },
    { name: 'they', example: messagePair('They are tall.', 'Sie sind groß. Ihr Haus auch.', 'de', { register: 'informal' }) },
  ],
  invalid: [
    {
      name: 'several in one text',
      example: messagePair('Save your changes, and you can go.', '保存你的更改，你就可以走了。', 'zh', { register: 'formal' }),
      findings: [
        { messageId: 'wrong', certainty: 'likely', message: "'你' addresses the reader with 你, and the job asks for 您" },
        { messageId: 'wrong', excerpt: '你' },
      ],
    },
    {
      name: 'a polite word that may be a plural',
      example: messagePair('You can close it.', 'Vous pouvez le fermer.', 'fr', { register: 'informal' }),
      findings: [{ messageId: 'plural', certainty: 'hint' }],
    },
  ],
});

it('says that it does not know the language', async () => {
  const { checks } = await runExample([wrongRegister], messagePair('You can close it.', 'Voit sulkea sen.', 'fi', { register: 'formal' }));
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'language']]);
});
