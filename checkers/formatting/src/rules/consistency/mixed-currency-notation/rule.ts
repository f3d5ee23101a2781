import { defineRule, type Rule } from '@preflag/core';
import { ownProse } from '../../../facts/own-prose.ts';
import { byVariant, minorities } from '../../../minority.ts';
import { hitsIn, type Hit } from '../../../text-hits.ts';

/** Signs and codes of one currency, the sign first. A bare dollar may be of any country, so that only US$ and USD are one. */
const CURRENCIES: readonly (readonly [code: string, ...signs: string[]])[] = [
  ['EUR', '€'],
  ['USD', 'US$'],
  ['GBP', '£'],
  ['CHF', 'Fr.'],
  ['JPY', '¥'],
  ['INR', '₹'],
];
const NAMES = CURRENCIES.flat().toSorted((a, b) => b.length - a.length);
const CODE_OF = new Map(CURRENCIES.flatMap(([code, ...signs]) => [code, ...signs].map((name) => [name, code] as const)));
const NAME = NAMES.map((name) => RegExp.escape(name)).join('|');
const AMOUNT = '\\d[\\d.,]*';
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}$])(?:${NAME})[ \\u00A0\\u202F]?${AMOUNT}`, 'gu');
const BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}.,])${AMOUNT}(?: (?:million|billion|bn|Mio\\.|Mrd\\.|Millionen|Milliarden))?[ \\u00A0\\u202F]?(?:${NAME})(?![\\p{L}\\p{N}])`,
  'gu',
);

/**
 * Looks at amounts with a sign or a code, and compares those of one currency.
 * Does not catch: `$`, of which nobody knows the country; names such as euros. Known false alarms: tables with codes in a text with signs.
 */
export const mixedCurrencyNotation: Rule<'document'> = defineRule({
  id: 'formatting/mixed-currency-notation',
  title: 'Amounts of one currency are written in several ways',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [ownProse],
  why: 'Amounts are hard to compare when they are not written alike.',
  advice: "Write all amounts in {{currency}} like '{{usual}}'.",
  messages: { mixed: "{{count}} amounts in {{currency}} are written like '{{other}}', and {{usualCount}} like '{{usual}}'" },
  *check({ model, facts, looked }) {
    const blocks = facts(ownProse).filter(({ prose }) => /\d/.test(prose));
    looked({ blocks: facts(ownProse).length });
    const amounts = [BEFORE, BEHIND].flatMap((pattern) => hitsIn(blocks, pattern));
    for (const [currency, hits] of byVariant(amounts, currencyOf)) {
      for (const { hits: found, usual, other, usualCount } of minorities(byVariant(hits, notationOf))) {
        const [{ block, offset, found: text }] = found;
        const data = { currency, count: found.length, other, usual, usualCount };
        yield { messageId: 'mixed', data, at: model.locate(block, offset, text.length), key: `${currency} ${other}` };
      }
    }
  },
});

function nameIn(found: string): string {
  return NAMES.find((name) => found.startsWith(name) || found.endsWith(name)) ?? '';
}

function currencyOf({ found }: Hit): string | undefined {
  return CODE_OF.get(nameIn(found));
}

/** `€ 100`: where the name stands, and whether with a space. */
function notationOf({ found }: Hit): string {
  const name = nameIn(found);
  const space = /[ \u00A0\u202F]/.test(found.startsWith(name) ? found.charAt(name.length) : found.charAt(found.length - name.length - 1))
    ? ' '
    : '';
  return found.startsWith(name) ? `${name}${space}100` : `100${space}${name}`;
}
