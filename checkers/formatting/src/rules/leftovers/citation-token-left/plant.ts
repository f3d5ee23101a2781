import { definePlant, textOf, withFile, type Example, type Plant, type Planted } from '@preflag/testing';

export const citationTokenLeftPlant: Plant = definePlant({
  rule: 'formatting/citation-token-left',
  clean: () => ({
    files: { 'report.md': '# Sales\n\nSales rose by a tenth in March [1].\n\n[1] Statistics office, https://stat.example/sales?month=3\n' },
  }),
  ways: {
    'a reference of the browser': (clean) =>
      append(clean, 'Prices fell :contentReference[oaicite:0]{index=0}.', ':contentReference[oaicite:0]'),
    'a search turn': (clean) => append(clean, 'Prices fell. \uE200cite\uE202turn0search3\uE201', 'turn0search3'),
    'a search turn without its signs': (clean) => append(clean, 'Prices fell. citeturn0search3turn0news1', 'citeturn0search3turn0news1'),
    'a file search': (clean) => append(clean, 'Prices fell【12†source】.', '【12†source】'),
    'a bracket of another tool': (clean) => append(clean, 'Prices fell [cite: 3, 7].', '[cite: 3, 7]'),
    'a tag of an artifact': (clean) => append(clean, '<antArtifact identifier="x">', '<antArtifact'),
    'the sign of a turn': (clean) => append(clean, 'Prices fell.<|im_end|>', '<|im_end|>'),
    'a tracked link': (clean) =>
      append(clean, 'See [the office](https://stat.example/prices?utm_source=chatgpt.com).', 'utm_source=chatgpt.com', 'link'),
    'a path of the tool': (clean) =>
      append(clean, 'See [the table](sandbox:/mnt/data/prices.xlsx).', 'sandbox:/mnt/data/prices.xlsx', 'file'),
  },
});

function append(clean: Example, paragraph: string, excerpt: string, messageId = 'text'): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
  if (path === undefined) return undefined;
  return {
    example: withFile(clean, path, `${textOf(clean, path).trimEnd()}\n\n${paragraph}\n`),
    findings: [{ messageId, file: path, excerpt }],
  };
}
