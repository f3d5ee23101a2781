import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/** Parses GitHub flavoured markdown with front matter (yaml, toml). Every node has a position. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    // Transforms find more addresses in finished text, but the nodes that they make have no positions.
    mdastExtensions: [...gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension), frontmatterFromMarkdown(['yaml', 'toml'])],
  });
}
