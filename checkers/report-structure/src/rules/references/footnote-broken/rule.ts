import { defineRule, type Rule } from '@preflag/core';
import type { Document } from '@preflag/readers';

const MARK = /\[\^[\w-]{1,40}\]/g;
/** Outside of markdown, where `[^a-z]` and `[^0-9]` are patterns of programs. */
const TYPED_MARK = /\[\^(?:\d{1,3}|[a-z_]{3,20}[\w-]{0,20})\]/gi;

/**
 * Marks of footnotes that stand in the text as they are written, since no footnote has their name, and footnotes of markdown that nothing
 * refers to; other formats keep marks and footnotes together.
 * Does not catch: the order of footnotes. Known false alarms: patterns such as `[^a-z]` in texts about programs.
 */
export const footnoteBroken: Rule<'document'> = defineRule({
  id: 'report-structure/footnote-broken',
  title: 'A footnote and its mark do not find each other',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  why: 'The reader sees the raw mark, or never sees the footnote.',
  advice: 'Write the footnote {{mark}}, or take its mark out.',
  messages: {
    undefined: 'The mark {{mark}} has no footnote',
    shown: { text: 'The mark {{mark}} of a footnote stands in the text as it was typed', certainty: 'likely' },
    unused: {
      text: 'Nothing refers to the footnote {{mark}}',
      certainty: 'likely',
      severity: 'minor',
      advice: 'Refer to the footnote {{mark}} where it belongs, or take it out.',
    },
  },
  *check({ model, looked }) {
    const isMarkdown = model.format === 'markdown';
    for (const block of model.blocks) {
      if (block.type === 'code' || block.type === 'html') continue;
      looked({ blocks: 1 });
      if (!block.prose.includes('[^')) continue;
      for (const { 0: mark, index } of block.prose.matchAll(isMarkdown ? MARK : TYPED_MARK))
        yield { messageId: isMarkdown ? 'undefined' : 'shown', data: { mark }, at: model.locate(block, index, mark.length) };
    }
    if (!isMarkdown) return;
    const { defined, used } = footnotesOf(model.root);
    for (const name of defined) {
      if (used.has(name)) continue;
      const block = model.blocks.find(
        ({ type, node }) => type === 'footnote' && node !== undefined && 'identifier' in node && node.identifier === name,
      );
      yield { messageId: 'unused', data: { mark: `[^${name}]` }, at: block ? model.locate(block) : { kind: 'file' }, key: name };
    }
  },
});

type Node = Document['root'] | Document['root']['children'][number];

function footnotesOf(root: Document['root']): { readonly defined: ReadonlySet<string>; readonly used: ReadonlySet<string> } {
  const [defined, used] = [new Set<string>(), new Set<string>()];
  const open: Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'footnoteDefinition') defined.add(node.identifier);
    if (node.type === 'footnoteReference') used.add(node.identifier);
    if ('children' in node) open.push(...node.children);
  }
  return { defined, used };
}
