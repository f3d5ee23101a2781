import { defineRule, type Rule } from '@preflag/core';
import type { Document } from '@preflag/readers';

/**
 * Marks of footnotes that stand in the text as they are written, since no footnote has their name, and footnotes that nothing refers to.
 * Does not catch: the order of footnotes. Word keeps marks and footnotes together; other formats do not tell.
 * Known false alarms: none known.
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
    unused: {
      text: 'Nothing refers to the footnote {{mark}}',
      certainty: 'likely',
      severity: 'minor',
      advice: 'Refer to the footnote {{mark}} where it belongs, or take it out.',
    },
  },
  *check({ model, looked, notChecked }) {
    if (model.format !== 'markdown') {
      notChecked('format', 'Only markdown names footnotes and their marks apart.');
      return;
    }
    for (const block of model.blocks) {
      if (block.type === 'code' || block.type === 'html') continue;
      looked({ blocks: 1 });
      if (!block.prose.includes('[^')) continue;
      for (const { 0: mark, index } of block.prose.matchAll(/\[\^[\w-]{1,40}\]/g))
        yield { messageId: 'undefined', data: { mark }, at: model.locate(block, index, mark.length) };
    }
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
