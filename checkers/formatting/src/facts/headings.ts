import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';

/** The headings that hold a text, in reading order. */
export const headings: Fact<'document', readonly Block[]> = defineFact({
  id: 'formatting/headings',
  reads: 'document',
  compute: ({ blocks }) => blocks.filter(({ type, quoted, prose }) => type === 'heading' && !quoted && /[\p{L}\p{N}]/u.test(prose)),
});
