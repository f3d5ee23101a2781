import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { parseMarkdown } from './parse-markdown.ts';

/** What a cut could tear apart, and what one part says to another. */
const FRAGMENTS = [
  '# Heading\n\n',
  'Text with [a link][ref], [ref], [^note] and [other].\n\n',
  'Text\nin lines\n===\n\n',
  '- item\n\n  more\n\n',
  '- item\n  ```\n  code\n\n',
  '```\ncode\n\nText in code\n\n[ref]: x\n\n',
  '```\n\n',
  '~~~~ js\n\nA\n\n~~~\n\nB\n\n~~~~\n\n',
  '````\n\n',
  '<!-- a comment\n\nText in it\n\n[other]: y\n\n',
  'end --> Text\n\n',
  '<script>\n\nlet a;\n\n</script>\n\n',
  '<div>\n\nText\n\n</div>\n\n',
  '[ref]: https://a.example "Title"\n\n',
  '[^note]: A note.\n\n    More of it.\n\n',
  '> quote\nlazy\n\n',
  '> [other]: z\n\n',
  '1. one\n2. two\n\n   [REF ]: twice\n\n',
  '| a | b |\n|---|---|\n| [ref] | d |\n\n',
  '    indented code\n\n',
  '\r\n\r\nText after\r\n\r\n',
  '\n\n\n',
];
const LONG = `${'Words that fill the page. '.repeat(100)}\n\n`;
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, { weight: 1, arbitrary: fc.constant(LONG) }), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('pieces are parsed as the whole is', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      expect(parseMarkdown(markdown).children).toEqual(parseWhole(markdown));
    }),
    { numRuns: 200 },
  );
});

test('front matter is only at the beginning', () => {
  const { children } = parseMarkdown(`---\ntitle: A\n---\n\n${LONG.repeat(2)}---\ntitle: B\n---\n`);
  expect(children.map(({ type }) => type)).toEqual(['yaml', 'paragraph', 'paragraph', 'thematicBreak', 'heading']);
});

function parseWhole(markdown: string): unknown {
  return fromMarkdown(markdown, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [...gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension), frontmatterFromMarkdown(['yaml', 'toml'])],
  }).children;
}
