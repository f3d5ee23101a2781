import { definePlant, textOf, withFile, type Example, type Plant, type Planted } from '@preflag/testing';

export const placeholderTextPlant: Plant = definePlant({
  rule: 'formatting/placeholder-text',
  clean: () => ({ files: { 'letter.md': '# Offer\n\nDear Ms Park,\n\nthank you for your order of 3 May.\n' } }),
  ways: {
    'filler text': (clean) => append(clean, 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.', 'Lorem ipsum dolor', 'placeholder'),
    'a name in brackets': (clean) => append(clean, 'Kind regards, [Your Name]', '[Your Name]', 'placeholder'),
    'a company in brackets': (clean) => append(clean, 'We at [Company Name] thank you.', '[Company Name]', 'placeholder'),
    'an order to the writer': (clean) => append(clean, 'Revenue: [insert figure for March]', '[insert figure for March]', 'placeholder'),
    'an empty field of Word': (clean) =>
      append(clean, 'Click or tap here to enter text.', 'Click or tap here to enter text', 'placeholder'),
    'a field of a template': (clean) => append(clean, 'Dear {{first_name}},', '{{first_name}}', 'template'),
    'a figure of crosses': (clean) => append(clean, 'Revenue rose by XX% in March.', 'XX%', 'figure'),
    'a mark of the writer': (clean) => append(clean, 'The price is TBD until May.', 'TBD', 'mark'),
  },
});

function append(clean: Example, paragraph: string, excerpt: string, messageId: string): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
  if (path === undefined) return undefined;
  return {
    example: withFile(clean, path, `${textOf(clean, path).trimEnd()}\n\n${paragraph}\n`),
    findings: [{ messageId, file: path, excerpt }],
  };
}
