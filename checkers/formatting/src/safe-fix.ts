import type { ProposedFix } from '@preflag/core';
import type { Document } from '@preflag/readers';
import type { Hit } from './text-hits.ts';

/** Replaces each hit by another text, where the format is text and can be patched in place. */
export function replaceAll(
  model: Document,
  label: string,
  edits: readonly { readonly hit: Hit; readonly to: string }[],
): { readonly fixes?: readonly ProposedFix[] } {
  if (!PATCHED.has(model.format) || edits.length === 0) return {};
  return {
    fixes: [
      {
        label,
        safety: 'safe',
        edits: edits.map(({ hit: { block, offset, found }, to }) => ({ at: model.locate(block, offset, found.length), from: found, to })),
      },
    ],
  };
}

const PATCHED: ReadonlySet<Document['format']> = new Set(['markdown', 'text', 'html']);
