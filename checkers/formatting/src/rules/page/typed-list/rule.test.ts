import { docxOf, exampleIn, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { typedListPlant } from './plant.ts';
import { typedList } from './rule.ts';

const word =
  (...paragraphs: string[]) =>
  async (): Promise<{ files: { 'a.docx': Uint8Array } }> => ({ files: { 'a.docx': await docxOf(paragraphs) } });

const NUMBERED = `# Study

- [1. Causes](#1-causes)
- [2. Effects](#2-effects)
- [3. Ends](#3-ends)

${['1. Causes', '2. Effects', '3. Ends'].map((title) => `## ${title}\n\nIt was so.\n`).join('\n')}`;

/** A document with a table of contents, as another format has it. */
async function withContents(format: 'docx' | 'odt' | 'rtf'): Promise<Example> {
  const written = await exampleIn(format, { files: { 'a.md': NUMBERED } }, 'a.md');
  if (!written.isWritten) throw new Error(written.construct);
  return written.example;
}

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
    { name: 'contents of a Word document', example: () => withContents('docx') },
    { name: 'contents of an OpenDocument text', example: () => withContents('odt') },
    { name: 'contents in RTF', example: () => withContents('rtf') },
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
