import { defineRule, type Rule } from '@preflag/core';
import { ownProse } from '../../../facts/own-prose.ts';
import { byVariant, minorities } from '../../../minority.ts';
import { hitsIn } from '../../../text-hits.ts';

const SPACE = '[ \\u00A0\\u202F\\u2009]';
const KINDS = [
  {
    kind: 'units',
    pattern: new RegExp(
      `\\d(?<it>${SPACE}?(?:kg|mg|km|cm|mm|ml|kB|MB|GB|TB|Hz|kHz|MHz|GHz|kW|MW|GW|kWh|MWh|GWh|TWh|°[CF]))(?![\\p{L}\\p{N}])`,
      'dgu',
    ),
  },
  { kind: 'percent signs', pattern: new RegExp(`\\d(?<it>${SPACE}?%)(?![\\p{L}\\p{N}])`, 'dgu') },
] as const;

/**
 * Looks at units and percent signs behind figures. Does not catch: units of one letter, which are names as well (`5G`, `A4 m`); the word
 * percent. Known false alarms: names of models with a unit (`256GB`).
 */
export const mixedUnitSpacing: Rule<'document'> = defineRule({
  id: 'formatting/mixed-unit-spacing',
  title: 'Units stand with and without a space behind their figures',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [ownProse],
  why: 'Figures are hard to compare when they are not written alike.',
  advice: 'Write all {{kind}} {{usual}}.',
  messages: { mixed: '{{count}} {{kind}} stand {{other}}, and {{usualCount}} stand {{usual}}' },
  *check({ model, facts, looked }) {
    const blocks = facts(ownProse);
    looked({ blocks: blocks.length });
    for (const { kind, pattern } of KINDS) {
      const variants = byVariant(hitsIn(blocks, pattern), ({ found }) =>
        /^[ \u00A0\u202F\u2009]/.test(found) ? 'with a space' : 'without a space',
      );
      for (const { hits, ...minority } of minorities(variants)) {
        const [{ block, offset, found }] = hits;
        const data = { kind, ...minority, count: hits.length };
        yield { messageId: 'mixed', data, at: model.locate(block, offset, found.length), key: kind };
      }
    }
  },
});
