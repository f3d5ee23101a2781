import { docxOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { rawMarkdownInDocumentPlant } from './plant.ts';
import { rawMarkdownInDocument } from './rule.ts';

const word =
  (...paragraphs: string[]): (() => Promise<Example>) =>
  async () => ({ files: { 'a.docx': await docxOf(paragraphs) } });

testRule(rawMarkdownInDocument, {
  plant: rawMarkdownInDocumentPlant,
  valid: [
    { name: 'markdown itself', example: { files: { 'a.md': 'The **south** sold the most, see [it](https://a.example).\n' } } },
    { name: 'stars that are none', example: word('Prices* are net; 2 ** 3 is 8. *Without tax. We are #1 in the #market.') },
    { name: 'brackets', example: word('As shown [1] (see page 3), the price |x| of [the client] (2020) rose.') },
    { name: 'names in programs', example: word('The value snake_case__name stays, as do __init__ and', '__VERSION__, and __call__ too.') },
    {
      name: 'quotation marks as they were typed long ago',
      example: word("The `host' and `big' entries", "of `little' ones", "in `files'."),
    },
  ],
  invalid: [
    {
      name: 'two signs of which neither is sure',
      example: word('__Results__', 'The `price` rose.'),
      findings: [
        { messageId: 'sign', excerpt: '__Results__', message: "The markdown sign of underlined bold stands in the text: '__Results__'" },
        { messageId: 'sign', excerpt: '`price`', certainty: 'certain' },
      ],
    },
    { name: 'one that is not sure', example: word('The `price` rose.'), findings: [{ messageId: 'one', certainty: 'hint' }] },
  ],
});
