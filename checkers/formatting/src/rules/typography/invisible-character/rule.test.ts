import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { invisibleCharacterPlant } from './plant.ts';
import { invisibleCharacter } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(invisibleCharacter, {
  plant: invisibleCharacterPlant,
  valid: [
    { name: 'pictures that are joined', example: text('A family 👨‍👩‍👧 and the flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿, with a heart ❤️.') },
    { name: 'scripts that join', example: text('می‌خواهم\n\nक्‍ष') },
    { name: 'directions beside Hebrew', example: text('The word \u200Fשלום\u200F stands here.') },
    { name: 'words without spaces', example: text('ภาษา\u200Bไทย') },
    { name: 'code', example: text('`a\u200Bb`') },
  ],
  invalid: [
    {
      name: 'a soft hyphen, and two of one kind in a block',
      example: text('Rents\u200B rose\u200B.\n\nMietpreis\u00ADbremse'),
      findings: [
        { messageId: 'hidden', certainty: 'likely', message: "A zero-width space (U+200B) stands in the text, behind 'Rents'" },
        { messageId: 'soft', certainty: 'hint' },
      ],
    },
  ],
});

it('proposes to take all of a block out', async () => {
  const { findings } = await runExample([invisibleCharacter], text('Rents\u200B rose\u200B.'));
  expect(findings[0]?.fixes).toMatchObject([{ safety: 'safe', edits: [{ from: '\u200B', to: '' }, { from: '\u200B' }] }]);
});
