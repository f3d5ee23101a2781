import { defineFact, type Fact } from '@preflag/core';
import { outline, type Section } from './outline.ts';

/** A document that starts again, and how that shows. */
export interface SecondStart {
  readonly sign: 'title' | 'opening' | 'number' | 'similar';
  readonly first: Section;
  readonly second: Section;
}

/** Where the document starts a second time, if it does; what comes again below is no fault of its own then. */
export const secondStart: Fact<'document', SecondStart | undefined> = defineFact({
  id: 'report-structure/second-start',
  reads: 'document',
  uses: [outline],
  compute: (_, facts) => findStart(facts(outline).filter(({ depth, key, number }) => depth < 7 && (key !== '' || number !== ''))),
});

/** One stands before the second start, and the other is or follows it. */
export function isExplained(start: SecondStart | undefined, first: number, second: number): boolean {
  return start !== undefined && first < start.second.block.index && second >= start.second.block.index;
}

function findStart(sections: readonly Section[]): SecondStart | undefined {
  const [first, next] = sections;
  if (!first) return undefined;
  const rest = sections.slice(1);
  // The title of the document: the first heading, when no other has its level or a higher one but for the second start.
  const title =
    first.depth === 1 && rest.filter(({ depth }) => depth === 1).length <= MOST_TITLES
      ? rest.find((one) => one.depth === 1 && one.key === first.key)
      : undefined;
  if (title) return { sign: 'title', first, second: title };
  const pair =
    next &&
    rest.findIndex((one, index) => index > 0 && one.key === first.key && rest[index + 1]?.key === next.key && one.depth <= next.depth);
  const repeated = pair === undefined || pair < 0 ? undefined : rest[pair];
  if (repeated) return { sign: 'opening', first, second: repeated };
  const numbered = sections.find(({ number }) => isOne(number));
  const renumbered =
    numbered &&
    numbered.key !== '' &&
    sections
      .slice(sections.indexOf(numbered) + 1)
      .find((one) => isOne(one.number) && one.key === numbered.key && one.depth <= numbered.depth + 1);
  if (numbered && renumbered) return { sign: 'number', first: numbered, second: renumbered };
  const other = rest.find((one) => one.depth <= 2 && one.depth >= first.depth && isLike(one.key, first.key) && isEarly(one, sections));
  return other && first.depth === 1 ? { sign: 'similar', first, second: other } : undefined;
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
