import { defineRule, type Rule } from '@preflag/core';
import { CURRENCIES, PERCENT, type NumberSign } from '../../../numbers/signs.ts';
import { relatedSource } from '../../../related-source.ts';
import { translatedSegments } from '../../../translated-segments.ts';

/** Names of accounts; addresses of e-mail have letters before the sign. */
const HANDLE = /(?<![\p{L}\p{N}_.@/])@[A-Za-z_]\w{2,30}/gu;

/**
 * Looks for what stands beside numbers in the source: percent signs and the currencies €, $ and £, as signs or written out in some twenty
 * languages; and for names of accounts.
 * Does not catch: units; a currency that is converted along with its number; signs of other currencies; languages that write them out in
 * words that are not in numbers/signs.ts, where the loss of a currency is only a hint.
 * Known false alarms: percentages that are written as fractions or left to a table's heading.
 */
export const signLost: Rule<'bitext'> = defineRule({
  id: 'translation/sign-lost',
  title: 'A percent sign, a currency or an account was lost or changed',
  severity: 'important',
  certainty: 'likely',
  reads: 'bitext',
  needs: ['source'],
  why: 'The figure means something else, or the name leads nowhere.',
  advice: 'Write what the source has.',
  messages: {
    percent: "The source has a number with '%', and the translation has no percentage",
    currency: "The source has an amount in '{{expected}}', the translation one in '{{found}}'",
    amount: { text: "The source has an amount in '{{expected}}', and the translation names no currency", certainty: 'hint' },
    account: "The source names '{{expected}}', and the translation does not",
  },
  *check({ model, looked }) {
    for (const segment of translatedSegments(model)) {
      looked({ segments: 1 });
      const at = { kind: 'segment', id: segment.id } as const;
      for (const { messageId, ...data } of lossesOf(segment.sourceProse, segment.targetProse))
        yield { messageId, data, at, related: relatedSource(model, segment) };
    }
  },
});

interface Loss {
  readonly messageId: 'percent' | 'currency' | 'amount' | 'account';
  readonly expected?: string;
  readonly found?: string;
}

function lossesOf(source: string, target: string): Loss[] {
  const isLost = ({ beside, any }: NumberSign): boolean => beside.test(source) && !any.test(target);
  // Where the number itself is gone, another rule says so.
  if (!/\p{N}/u.test(target)) return accountsLost(source, target);
  const lost: Loss[] = isLost(PERCENT) ? [{ messageId: 'percent' }] : [];
  for (const currency of CURRENCIES.filter(isLost)) {
    const other = CURRENCIES.find(({ name, beside, any }) => name !== currency.name && beside.test(target) && !any.test(source));
    lost.push({ messageId: other ? 'currency' : 'amount', expected: currency.name, ...(other && { found: other.name }) });
  }
  return [...lost, ...accountsLost(source, target)];
}

function accountsLost(source: string, target: string): Loss[] {
  return [...new Set(source.match(HANDLE))]
    .filter((account) => !target.toLowerCase().includes(account.toLowerCase()))
    .map((expected) => ({ messageId: 'account', expected }));
}
