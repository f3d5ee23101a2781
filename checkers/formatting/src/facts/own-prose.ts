import { defineFact, type Fact } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { isReference } from '../is-reference.ts';
import { proseBlocks } from './prose-blocks.ts';

/** What the writer worded: titles of sources are spelt, quoted and punctuated as those who gave them did. */
export const ownProse: Fact<'document', readonly Block[]> = defineFact({
  id: 'formatting/own-prose',
  reads: 'document',
  uses: [proseBlocks],
  compute: (_, facts) => facts(proseBlocks).filter((block) => !isReference(block)),
});
