import { defineRule, type Rule } from '@preflag/core';
import { outline, type Section } from '../../../facts/outline.ts';

/**
 * Compares the headings with those at the start, without regard to case and punctuation.
 * Does not catch: a second start under another title and with other sections.
 * Known false alarms: parts that are built alike (one per country) under the same title.
 */
export const documentStartsTwice: Rule<'document'> = defineRule({
  id: 'report-structure/document-starts-twice',
  title: 'The document starts twice',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [outline],
  why: 'The client cannot tell which of the two versions counts, and reads a draft as if it were part of the report.',
  advice: "Keep one version: take out what stands before the second '{{found}}', or after it.",
  messages: {
    title: "The document starts again with its title '{{found}}'",
    opening: "The document starts again: the headings '{{first}}' and '{{found}}' come a second time",
    number: "The numbering starts again with the same heading '{{found}}'",
    similar: { text: "The document starts again under another title: '{{found}}' after '{{first}}'", certainty: 'likely' },
  },
  *check({ model, facts, looked }) {
    const sections = facts(outline).filter(({ depth, key, number }) => depth < 7 && (key !== '' || number !== ''));
    looked({ headings: sections.length });
    const again = secondStart(sections);
    if (!again) return;
    const { messageId, first, second } = again;
    yield {
      messageId,
      data: { found: second.title, first: first.title },
      at: model.locate(second.block),
      related: [{ at: model.locate(first.block), label: 'the first start' }],
    };
  },
});

interface Again {
  readonly messageId: 'title' | 'opening' | 'number' | 'similar';
  readonly first: Section;
  readonly second: Section;
}

function secondStart(sections: readonly Section[]): Again | undefined {
  const [first, next] = sections;
  if (!first) return undefined;
  const rest = sections.slice(1);
  // The title of the document: the first heading, when no other has its level or a higher one but for the second start.
  const title =
    first.depth === 1 && rest.filter(({ depth }) => depth === 1).length <= MOST_TITLES
      ? rest.find((one) => one.depth === 1 && one.key === first.key)
      : undefined;
  if (title) return { messageId: 'title', first, second: title };
  const pair =
    next &&
    rest.findIndex((one, index) => index > 0 && one.key === first.key && rest[index + 1]?.key === next.key && one.depth <= next.depth);
  const repeated = pair === undefined || pair < 0 ? undefined : rest[pair];
  if (repeated) return { messageId: 'opening', first, second: repeated };
  const numbered = sections.find(({ number }) => isOne(number));
  const renumbered =
    numbered &&
    numbered.key !== '' &&
    sections
      .slice(sections.indexOf(numbered) + 1)
      .find((one) => isOne(one.number) && one.key === numbered.key && one.depth <= numbered.depth + 1);
  if (numbered && renumbered) return { messageId: 'number', first: numbered, second: renumbered };
  const other = rest.find((one) => one.depth <= 2 && one.depth >= first.depth && isLike(one.key, first.key) && isEarly(one, sections));
  return other && first.depth === 1 ? { messageId: 'similar', first, second: other } : undefined;
}

/** Documents that use the first level for every section have no title at it. */
const MOST_TITLES = 3;

function isOne(number: string): boolean {
  return /^(?:1|I|一)$/i.test(number);
}

/** What stands before it is short beside the rest. */
function isEarly(section: Section, sections: readonly Section[]): boolean {
  const [total, own] = [sections[0]?.words.most ?? 0, section.words.most];
  return own > total || own > (total - own) * 2;
}

/** Most words of the shorter title are in the other; in scripts without spaces, most characters. */
function isLike(a: string, b: string): boolean {
  const [first, second] = [partsOf(a), partsOf(b)];
  const shared = [...first].filter((part) => second.has(part)).length;
  return Math.min(first.size, second.size) >= 4 && shared / Math.min(first.size, second.size) >= 0.6;
}

function partsOf(key: string): Set<string> {
  return new Set(/\p{Script=Han}/u.test(key) ? Array.from(key.replaceAll(' ', '')) : key.split(' ').filter((word) => word.length > 2));
}
