import { docxOf, runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { processChatterPlant } from './plant.ts';
import { processChatter } from './rule.ts';

const text = (...blocks: string[]): { files: { 'a.md': string } } => ({ files: { 'a.md': `${blocks.join('\n\n')}\n` } });

testRule(processChatter, {
  plant: processChatterPlant,
  valid: [
    {
      name: 'a person who writes about a person',
      example: text('# RFC', "I'll explain the motivation first.", 'Let me give an example.', 'Of course, this has a cost.'),
    },
    {
      name: 'search as a subject',
      example: text(
        'We search the index first. Let us look at the cost.',
        'Now I have two options.',
        'First, look up the name in the register.',
      ),
    },
    { name: 'quoted', example: text('> Let me search for information about rents.', 'So it begins.') },
    { name: 'a request for help in the middle', example: text('Let me know if you need a key.', 'The office opens at nine.') },
    { name: 'French, German and Spanish prose', example: text('Je vais bien.', 'Natürlich ist das teuer.', 'Claro que sí, es caro.') },
    { name: 'Chinese prose', example: text('我们需要了解租金的变化。', '以下是三个原因：', '让我印象深刻的是价格。') },
  ],
  invalid: [
    {
      name: 'it begins with the files',
      example: {
        files: {
          'a.md':
            "I'll start by looking at the order list, and then I will write the report.\n\n# Sales\n\nThey rose.\n\nThey rose in the north.\n\nThey fell in the south.\n\nLet me check the totals in the spreadsheet again.\n\nThe end.\n",
        },
      },
      findings: [
        { messageId: 'opening', certainty: 'certain' },
        { messageId: 'inside', certainty: 'likely' },
      ],
    },
    {
      name: 'the opening of a report',
      example: text(
        '# Rents',
        "To provide you with the most current data on rents, I'll conduct research on recent developments. It takes a while.",
        "Based on the research I've gathered, I'll now present a comprehensive analysis.",
        'Rents rose.',
      ),
      findings: [
        {
          messageId: 'opening',
          certainty: 'certain',
          excerpt: "To provide you with the most current data on rents, I'll conduct research on recent developments.",
        },
        { messageId: 'opening', excerpt: 'Based on the research' },
      ],
    },
    {
      name: 'a Word document',
      example: async () => ({
        files: { 'a.docx': await docxOf(['# Report', 'Sure! Here is the summary of the sales.', 'Sales rose.', 'I hope this helps!']) },
      }),
      findings: [
        {
          messageId: 'opening',
          at: { kind: 'block', index: 1 },
          message: "The document begins with the agent's own talk: 'Sure! Here is the summary of the sales.'",
        },
        { messageId: 'leave', at: { kind: 'block', index: 3 }, certainty: 'hint' },
      ],
    },
    {
      name: 'it talks in a long document',
      example: text(
        'Voy a buscar datos recientes.',
        ...Array.from({ length: 300 }, (_, index) => `In week ${index} the prices rose.`),
        'Let me check the totals in the spreadsheet again.',
        'では、家賃に関する情報を検索します。',
        'The end.',
      ),
      findings: [
        { messageId: 'opening', excerpt: 'Voy a buscar' },
        { messageId: 'inside', excerpt: 'Let me check' },
        { messageId: 'inside', excerpt: 'では' },
      ],
    },
    {
      name: 'other languages',
      example: text(
        'Voy a buscar datos recientes.',
        'Je vais maintenant rechercher des chiffres.',
        'では、家賃に関する情報を検索します。',
        'Vou pesquisar mais dados.',
        'Cercherò altri dati.',
      ),
      findings: [
        { messageId: 'opening', excerpt: 'Voy a buscar' },
        { messageId: 'opening', excerpt: 'Je vais maintenant' },
        { messageId: 'opening', excerpt: 'では' },
        { messageId: 'inside', excerpt: 'Vou pesquisar', certainty: 'likely' },
        { messageId: 'inside', excerpt: 'Cercherò' },
      ],
    },
  ],
});

it('says which languages it does not know', async () => {
  const { checks } = await runExample([processChatter], {
    files: { 'a.md': 'Ceny wzrosły.\n' },
    job: { deliverables: [{ path: 'a.md', language: 'pl' }] },
  });
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'language' } }]);
});
