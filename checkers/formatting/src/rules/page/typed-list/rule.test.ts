import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { typedListPlant } from './plant.ts';
import { typedList } from './rule.ts';

const word =
  (...paragraphs: string[]) =>
  async (): Promise<{ files: { 'a.docx': Uint8Array } }> => ({ files: { 'a.docx': await docxOf(paragraphs) } });

testRule(typedList, {
  plant: typedListPlant,
  valid: [
    { name: 'real lists', example: { files: { 'a.md': '- a\n- b\n- c\n\n1. d\n2. e\n' } } },
    {
      name: 'letters in markdown, which has no such lists',
      example: { files: { 'a.md': '**a) North** is cold.\n\n**b) South** is warm.\n' } },
    },
    { name: 'talk', example: word('– Who is it?', '– It is me.', 'He went in.') },
    { name: 'numbers that do not count on', example: word('1. May was warm.', '3. June was cold.', '12. July was wet.') },
    { name: 'bullets far apart', example: word('• the south', 'It rose.', '• the north') },
  ],
  invalid: [
    {
      name: 'letters, then bullets',
      example: word('a) the south', 'b) the north', 'c) the east', '• one', '• two'),
      findings: [
        { messageId: 'typed', message: "3 paragraphs form a list that is typed by hand: 'a) the south'" },
        { messageId: 'typed', excerpt: '• one', certainty: 'likely' },
      ],
    },
  ],
});
