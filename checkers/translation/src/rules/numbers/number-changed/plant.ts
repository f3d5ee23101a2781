import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

export const numberChangedPlant: Plant = definePlant({
  rule: 'translation/number-changed',
  clean: () => ({
    files: { 'bericht.md': '# Mieten\n\nDie Mieten stiegen 2019 um 4,5 Prozent auf 1.234 Euro.\n' },
    beside: { 'report.md': '# Rents\n\nIn 2019 rents rose by 4.5 percent to 1,234 euros.\n' },
    job: {
      deliverables: [{ path: 'bericht.md', type: 'translation', source: 'report.md', language: 'de-DE' }],
      inputs: ['report.md'],
    },
  }),
  ways: {
    'a digit is another': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
      const isTranslation = clean.job?.deliverables.some((deliverable) => 'source' in deliverable);
      if (path === undefined || !isTranslation) return undefined;
      const text = textOf(clean, path);
      const changed = text.replace(
        /(?<![\d.,])(\d)(\d{3})(?![\d.,]\d|\d)/,
        (_, first: string, rest: string) => `${(Number(first) % 9) + 1}${rest}`,
      );
      return changed === text ? undefined : { example: withFile(clean, path, changed), findings: [{ messageId: 'changed', file: path }] };
    },
  },
});
