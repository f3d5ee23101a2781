import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

export const documentStartsTwicePlant: Plant = definePlant({
  rule: 'report-structure/document-starts-twice',
  clean: () => ({ files: { 'report.md': '# Rents\n\n## Summary\n\nRents rose.\n\n## Method\n\nLeases were counted.\n' } }),
  ways: {
    'the draft stands before the text': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.md') && textOf(clean, name).startsWith('# '));
      if (path === undefined) return undefined;
      const text = textOf(clean, path);
      return {
        example: withFile(clean, path, `${/^# .*/.exec(text)?.[0]}\n\nThis is the draft.\n\n${text}`),
        findings: [{ messageId: 'title', file: path }],
      };
    },
  },
});
