import { definePlant, withFile, type Plant } from '@preflag/testing';

/** Quotes inside each other, deeper than any reader needs; the parser behind would need minutes. */
const DEEP_QUOTES = `${'>'.repeat(10_000)} deep\n`;

export const limitExceededPlant: Plant = definePlant({
  rule: 'integrity/limit-exceeded',
  clean: () => ({ files: { 'report.md': '# Report\n\nAll is well.\n' } }),
  ways: {
    'markdown that would hang a parser': (clean) => ({
      example: withFile(clean, 'zz-deep.md', DEEP_QUOTES),
      findings: [{ messageId: 'file', file: 'zz-deep.md' }],
    }),
  },
});
