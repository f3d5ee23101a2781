import { definePlant, type Plant } from '@preflag/testing';
import { addToMarkdown, paragraphWays, reportsOf } from '../../../document-plants.ts';

export const citationTokenLeftPlant: Plant = definePlant({
  rule: 'formatting/citation-token-left',
  clean: () => reportsOf(['# Sales', 'Sales rose by a tenth in March [1].', '[1] Statistics office, https://stat.example/sales?month=3']),
  ways: {
    ...paragraphWays({
      'a reference of the browser': [
        'Prices fell :contentReference[oaicite:0]{index=0}.',
        { messageId: 'text', excerpt: ':contentReference[oaicite:0]' },
      ],
      'a search turn': ['Prices fell. \uE200cite\uE202turn0search3\uE201', { messageId: 'text', excerpt: 'turn0search3' }],
      'a search turn without its signs': ['Prices fell. citeturn0search3turn0news1', { messageId: 'text', excerpt: 'citeturn0search3' }],
      'a file search': ['Prices fell【12†source】.', { messageId: 'text', excerpt: '【12†source】' }],
      'a bracket of another tool': ['Prices fell [cite: 3, 7].', { messageId: 'text', excerpt: '[cite: 3, 7]' }],
      'a tag of an artifact': ['<antArtifact identifier="x">', { messageId: 'text', excerpt: '<antArtifact' }],
      'a call of a tool': ['<tool_call>', { messageId: 'text', excerpt: '<tool_call>' }],
      'the sign of a turn': ['Prices fell.<|im_end|>', { messageId: 'text', excerpt: '<|im_end|>' }],
      'a file of the sandbox': ['The table is in /mnt/data/prices.xlsx now.', { messageId: 'text', excerpt: '/mnt/data/prices.xlsx' }],
    }),
    'a tracked link, in markdown': (clean) =>
      addToMarkdown(clean, 'See [the office](https://stat.example/prices?utm_source=chatgpt.com).', [
        { messageId: 'link', excerpt: 'utm_source=chatgpt.com' },
      ]),
    'a path of the tool, in markdown': (clean) =>
      addToMarkdown(clean, 'See [the table](sandbox:/mnt/data/prices.xlsx).', [
        { messageId: 'file', excerpt: 'sandbox:/mnt/data/prices.xlsx' },
      ]),
  },
});
