import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { citationTokenLeftPlant } from './plant.ts';
import { citationTokenLeft } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(citationTokenLeft, {
  plant: citationTokenLeftPlant,
  valid: [
    { name: 'plain references', example: text('As shown [1], [12] and (Smith, 2020)[^2].\n\n[^2]: A note.') },
    { name: 'the marks in code', example: text('Remove `turn0search0` and `<antArtifact>`.\n\n```\n【12†source】 [cite_start]\n```') },
    { name: 'the marks in quotation marks', example: text('Exports hold “turn0search0” and "[cite: 1]" marks, and \'【1†source】\'.') },
    { name: 'other turns and cites', example: text('We turn 0 search results into turnover; see cite: Smith. The antler is <b>bold</b>.') },
    {
      name: 'other tracking',
      example: text('See [a](https://a.example/?utm_source=newsletter) and [b](https://b.example/?utm_source=openai-blog-list).'),
    },
    { name: 'brackets of East Asian texts', example: text('【重要】请注意，见【表3】。') },
  ],
  invalid: [
    {
      name: 'in a heading, a list and a table',
      example: text('# Prices turn1news2\n\n- fell [cite_start]\n\n| a | b |\n|---|---|\n| 1 | x【4:0†report.pdf】 |'),
      findings: [
        { messageId: 'text', excerpt: 'turn1news2', message: "The citation mark 'turn1news2' was left in the text" },
        { messageId: 'text', excerpt: '[cite_start]' },
        { messageId: 'text', excerpt: '【4:0†report.pdf】' },
      ],
    },
    {
      name: 'in an address that shows itself and in a definition',
      example: text('See https://a.example/?utm_source=openai and [b][b].\n\n[b]: https://b.example/?x=1&utm_source=perplexity'),
      findings: [
        { messageId: 'link', excerpt: 'https://a.example/?utm_source=openai' },
        { messageId: 'link', excerpt: 'utm_source=perplexity' },
      ],
    },
    {
      name: 'in a Word document, with an address that is only typed',
      example: async () => ({
        files: { 'a.docx': await docxOf(['# Prices', 'Prices fell.citeturn0search0', 'https://a.example/?utm_source=chatgpt.com']) },
      }),
      findings: [
        { messageId: 'text', excerpt: 'citeturn0search0', at: { kind: 'block', index: 1 } },
        { messageId: 'link', excerpt: 'utm_source=chatgpt.com' },
      ],
    },
    {
      name: 'the label of a citation link',
      example: text('Prices fell ([oai_citation:1‡stat.example](https://stat.example/)).'),
      findings: [{ messageId: 'text', excerpt: 'oai_citation:1‡stat.example' }],
    },
  ],
});
