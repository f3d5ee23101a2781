import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { isProse } from '@preflag/readers/language';

export const proseBlocks: Fact<'document', readonly Block[]> = defineFact({
  id: 'formatting/prose-blocks',
  reads: 'document',
  compute: ({ blocks }) => blocks.filter(isProse),
});
