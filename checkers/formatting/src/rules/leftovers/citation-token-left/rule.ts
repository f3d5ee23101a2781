import { defineRule, matchesIn, type Location, type Rule } from '@preflag/core';
import type { Block, Document } from '@preflag/readers';
import { links, type Link } from '../../../facts/links.ts';
import { proseBlocks } from '../../../facts/prose-blocks.ts';
import { isQuoted } from '../../../is-quoted.ts';
import { TakenRanges } from '../../../taken-ranges.ts';
import { mayHold, TAG_TOKENS, TEXT_TOKENS, URL_TOKENS, type Token } from './tokens.ts';

/**
 * Looks at prose, table cells and addresses. Code, block quotes and what stands directly between quotation marks is left alone,
 * so that a text about these marks may name them.
 * Does not catch: marks of tools that are not in tokens.ts; marks cut in two.
 * Known false alarms: none seen; a text about the marks that writes them bare.
 */
export const citationTokenLeft: Rule<'document'> = defineRule({
  id: 'formatting/citation-token-left',
  title: 'A mark of a chat tool was left in the text',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [proseBlocks, links],
  why: 'The client sees at once that a chat answer was pasted, and the source that the mark stood for is lost.',
  advice: 'Put the source itself in place of the mark, or take the mark out.',
  messages: {
    text: "The {{kind}} '{{token}}' was left in the text",
    link: {
      text: "A link carries the {{kind}} '{{token}}'",
      severity: 'minor',
      advice: 'Take the mark out of the address, and see that the link works.',
    },
    file: {
      text: "A link leads to '{{token}}', which only the chat tool could open",
      advice: 'Deliver the file, and link to where it is.',
    },
  },
  *check({ model, facts, looked }) {
    for (const block of facts(proseBlocks)) {
      looked({ blocks: 1 });
      for (const { kind, token, offset } of tokensIn(block, model)) {
        yield { messageId: 'text', data: { kind, token }, found: token, at: model.locate(block, offset, token.length), group: kind };
      }
    }
    for (const block of model.blocks) {
      if (block.type !== 'html' || block.quoted) continue;
      for (const { kind, token, offset } of matches(TAG_TOKENS, block.text))
        yield { messageId: 'text', data: { kind, token }, found: token, at: model.locate(block, offset, token.length), group: kind };
    }
    for (const { kind, token, url, at, found } of linkTokens(facts(links), model)) {
      looked({ links: 1 });
      const data = { kind, token, url };
      yield { messageId: token.startsWith('sandbox:') ? 'file' : 'link', data, ...(found && { found: token }), at, group: kind };
    }
  },
});

interface Hit {
  readonly kind: string;
  readonly token: string;
  readonly offset: number;
}

/** Text marks in the prose; tags too, which are blanked there unless the format has no html. */
function tokensIn(block: Block, { format }: Document): Hit[] {
  const isMarkup = format === 'markdown' || format === 'html';
  const tags = matches(TAG_TOKENS, block.text).filter(({ token, offset }) => !isMarkup || isInlineTag(block, token, offset));
  return [...matches(TEXT_TOKENS, block.prose), ...tags].toSorted((a, b) => a.offset - b.offset);
}

/** A tag and not inline code: a node of its own. */
function isInlineTag({ node, prose }: Block, token: string, offset: number): boolean {
  return (
    prose.charAt(offset) !== '\uFFFC' || (node !== undefined && 'children' in node && node.children.some((child) => hasTag(child, token)))
  );
}

function hasTag(node: NonNullable<Block['node']>, token: string): boolean {
  if (node.type === 'html') return node.value.includes(token);
  return 'children' in node && node.children.some((child) => hasTag(child, token));
}

function matches(tokens: readonly Token[], text: string): Hit[] {
  const hits: Hit[] = [];
  if (!mayHold(text, tokens)) return hits;
  const taken = new TakenRanges(text.length);
  for (const { kind, pattern } of tokens) {
    for (const { 0: token, index } of matchesIn(text, pattern)) {
      const end = index + token.length;
      if (!isQuoted(text, index, end) && taken.take(index, end)) hits.push({ kind, token, offset: index });
    }
  }
  return hits;
}

/** The first mark of each address; and of addresses that are only written out, where the format does not make them links. */
function* linkTokens(
  all: readonly Link[],
  document: Document,
): Generator<{ kind: string; token: string; url: string; at: Location; found: boolean }> {
  const isMarkup = document.format === 'markdown' || document.format === 'html';
  const seen = new Set<string>();
  for (const { url, at } of all) {
    const [hit] = matches(URL_TOKENS, url);
    const key = JSON.stringify(at);
    if (!hit || seen.has(`${key} ${url}`)) continue;
    seen.add(`${key} ${url}`);
    yield { kind: hit.kind, token: hit.token, url, at, found: isMarkup };
  }
  if (isMarkup) return;
  const linked = new Set(all.map(({ url }) => url));
  for (const block of document.blocks) {
    if (block.type === 'code' || block.type === 'comment' || block.quoted) continue;
    for (const { kind, token, offset } of matches(URL_TOKENS.slice(0, 1), block.text)) {
      const url = urlAround(block.text, offset);
      if (!linked.has(url)) yield { kind, token, url, at: document.locate(block, offset, token.length), found: true };
    }
  }
}

function urlAround(text: string, offset: number): string {
  const start = text.slice(0, offset).search(/\S*$/);
  return /^\S*/.exec(text.slice(start))?.[0] ?? '';
}
