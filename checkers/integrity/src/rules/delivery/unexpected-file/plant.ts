import { definePlant, withFile, type Plant } from '@preflag/testing';

export const unexpectedFilePlant: Plant = definePlant({
  rule: 'integrity/unexpected-file',
  clean: () => ({ files: { 'report.md': '# Report\n\nAll is well.\n' }, job: { deliverables: [{ path: 'report.md' }] } }),
  ways: {
    'a file more': (clean) =>
      clean.job
        ? {
            example: withFile(clean, 'zz-notes/plan.txt', 'First read the data.\n'),
            findings: [{ messageId: 'unexpected', file: 'zz-notes/plan.txt' }],
          }
        : undefined,
    'a lock file': (clean) =>
      clean.job
        ? { example: withFile(clean, '~$report.docx', 'x'), findings: [{ messageId: 'leftover', file: '~$report.docx' }] }
        : undefined,
  },
});
