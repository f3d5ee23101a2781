import { defineRule, type Rule } from '@preflag/core';
import type { Block } from '@preflag/readers';
import { headings } from '../../../facts/headings.ts';
import { tellsHeadings } from '../../../tells-headings.ts';

/** `2`, `2.`, `2.3`, `2.3.1)`; larger figures are years and counts. */
const NUMBER =
  /^\s*(?:(?:chapter|section|part|step|kapitel|abschnitt|teil|chapitre|partie|capítulo|capitolo)\s+)?(?<number>\d{1,2}(?:\.\d{1,2}){0,4})(?:[.):、．]|(?=\s))\s*(?=\p{L}|["“'(])/iu;
const FEWEST = 3;

/**
 * Looks at numbers that are typed into headings, at each level under the same parent; documents with less than three are left alone.
 * Does not catch: numbers that Word adds, which cannot be wrong; numerals such as IV; a heading that comes again with its number, which is a
 * section that comes again (see duplicate-section and document-starts-twice), and begins the numbers anew. Known false alarms: excerpts of longer documents, which
 * begin in the middle: where the first number is not 1, only what follows is compared.
 */
export const headingNumbersBroken: Rule<'document'> = defineRule({
  id: 'formatting/heading-numbers-broken',
  title: 'The numbers of headings do not follow each other',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [headings],
  why: 'References to a section lead to the wrong one, and a section may be missing.',
  advice: 'Number the headings anew, and see whether a section was lost.',
  messages: {
    again: "The number {{number}} of '{{heading}}' was used before, in '{{other}}'",
    gap: "The number {{number}} of '{{heading}}' follows {{before}}: {{expected}} is missing",
    back: "The number {{number}} of '{{heading}}' follows {{before}}",
  },
  *check(context) {
    const { model, facts, looked } = context;
    if (!tellsHeadings(context)) return;
    const numbered = facts(headings).flatMap(numberedHeading);
    looked({ headings: facts(headings).length, blocks: model.blocks.length });
    if (numbered.length < FEWEST) return;
    const last = new Map<string, number>();
    const used = new Map<string, Block>();
    for (const { block, number, scope, prefix, own } of numbered) {
      const [parent, key] = [`${scope} ${prefix}`, `${scope} ${number}`];
      const before = last.get(parent);
      const heading = block.text.trim();
      const at = model.locate(block);
      const other = used.get(key);
      const name = (which: number): string => `${prefix}${which}`;
      if (other && isSameTitle(other, block)) {
        // The document, or a part of it, comes again: other rules tell that, and the numbers begin anew.
        last.clear();
        used.clear();
      } else if (other)
        yield {
          messageId: 'again',
          data: { number, heading, other: other.text.trim() },
          at,
          related: [{ at: model.locate(other), label: 'used before' }],
        };
      else if (before !== undefined && own > before + 1)
        yield { messageId: 'gap', data: { number, heading, before: name(before), expected: name(before + 1) }, at };
      else if (before !== undefined && own < before) yield { messageId: 'back', data: { number, heading, before: name(before) }, at };
      last.set(parent, own);
      used.set(key, other ?? block);
    }
  },
});

function isSameTitle(one: Block, other: Block): boolean {
  return one.text.replaceAll(/\s+/g, ' ').trim() === other.text.replaceAll(/\s+/g, ' ').trim();
}

interface Numbered {
  readonly block: Block;
  readonly number: string;
  /** Where numbers of one part begin anew: under each heading. Numbers of several parts say it themselves. */
  readonly scope: string;
  /** The number without its last part: `2.` of `2.3`. */
  readonly prefix: string;
  readonly own: number;
}

function numberedHeading(block: Block): Numbered[] {
  const number = NUMBER.exec(block.prose)?.groups?.['number'];
  if (number === undefined) return [];
  const prefix = number.slice(0, number.lastIndexOf('.') + 1);
  return [{ block, number, scope: prefix === '' ? JSON.stringify(block.path) : '', prefix, own: Number(number.slice(prefix.length)) }];
}
