import { definePlant, withFile, type Plant } from '@preflag/testing';

export const emptyFilePlant: Plant = definePlant({
  rule: 'integrity/empty-file',
  clean: () => ({ files: { 'report.md': '# Report\n\nAll is well.\n' } }),
  ways: {
    'nothing was written': (clean) => {
      const [path] = Object.keys(clean.files);
      return path === undefined ? undefined : { example: withFile(clean, path, ''), findings: [{ messageId: 'empty', file: path }] };
    },
  },
});
