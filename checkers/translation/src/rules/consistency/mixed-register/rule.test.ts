import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { mixedRegisterPlant } from './plant.ts';
import { mixedRegister } from './rule.ts';

const SOURCES = { a: 'Save your changes.', b: 'You can close it.', c: 'We help you.', d: 'One more text.' };

testRule(mixedRegister, {
  plant: mixedRegisterPlant,
  valid: [
    {
      name: 'what somebody says',
      example: messagePair(SOURCES, {
        a: 'Sichern Sie alles.',
        b: 'Das können Sie schließen.',
        c: 'Wir helfen Ihnen.',
        d: 'Er rief: „Kommst du?“',
      }),
    },
    {
      name: 'they at the start of a sentence',
      example: messagePair(SOURCES, {
        a: 'Wir helfen dir.',
        b: 'Du kannst gehen.',
        c: 'Das ist deins, dein Haus.',
        d: 'Sie sind groß. Ihr Haus auch.',
      }),
    },
    {
      name: 'a dialogue',
      example: messagePair(SOURCES, { a: 'Sichern Sie alles.', b: 'Das können Sie.', c: 'Wir helfen dir.', d: 'Kommst du mit?' }),
    },
  ],
  invalid: [
    {
      name: 'French',
      example: messagePair(
        SOURCES,
        { a: 'Enregistrez vos modifications.', b: 'Vous pouvez fermer.', c: 'Nous vous aidons.', d: 'Que fais-tu ? Tu attends.' },
        'fr',
      ),
      findings: [{ messageId: 'mixed', certainty: 'hint', message: "'Tu' addresses the reader with tu; 3 other texts use vous" }],
    },
    {
      name: 'Russian',
      example: messagePair(
        SOURCES,
        { a: 'Сохраните ваши изменения.', b: 'Вы можете закрыть.', c: 'Мы вам поможем.', d: 'Теперь ты можешь закрыть окно.' },
        'ru',
      ),
      findings: [{ messageId: 'mixed', excerpt: 'ты' }],
    },
  ],
});

it('says that it does not know the language', async () => {
  const { checks } = await runExample([mixedRegister], messagePair('You can close it.', 'Voit sulkea sen.', 'fi'));
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'language']]);
});
