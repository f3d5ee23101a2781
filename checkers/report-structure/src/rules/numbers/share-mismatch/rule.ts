import { defineRule, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import type { Block } from '@preflag/readers';
import { figures } from '../../../facts/figures.ts';
import type { Figure } from '../../../numbers/find-figures.ts';
import { showNumber } from '../../../numbers/show-number.ts';

const LANGUAGES = ['en', 'de'];

/**
 * Reads `12 of 15 (80 %)`, `12 out of 15, or 80 percent`, `80 % (12 of 15)`, `80 % (12/15)` and computes the share.
 * Does not catch: shares whose figures are farther apart.
 * Known false alarms: a share of something else in the same brackets.
 */
export const shareMismatch: Rule<'document'> = defineRule({
  id: 'report-structure/share-mismatch',
  title: 'A percentage does not follow from the counts beside it',
  severity: 'important',
  certainty: 'certain',
  reads: 'document',
  facts: [figures, textLanguage],
  languages: LANGUAGES,
  why: 'The two figures stand side by side, so that every reader can see that they do not agree.',
  advice: '{{part}} of {{whole}} is {{expected}}: correct the percentage, or the counts.',
  messages: { share: '{{part}} of {{whole}} is given as {{found}}; it is {{expected}}' },
  *check(context) {
    const { model, facts, looked } = context;
    noteUnknownLanguage(context, LANGUAGES);
    const { locale, blocks } = facts(figures);
    for (const { block, figures: all } of blocks) {
      for (const { part, whole, share } of sharesOf(block, all)) {
        looked({ shares: 1 });
        const expected = (part.value / whole.value) * 100;
        const rounding = (part.step * 50 * (Number(!part.isPlain) + Number(!whole.isPlain))) / Math.abs(whole.value);
        const roughness = share.isRough || part.isRough || whole.isRough ? Math.max(expected * 0.1, share.step) : 0;
        if (Math.abs(expected - share.value) <= share.step + rounding + roughness) continue;
        yield {
          messageId: 'share',
          data: {
            part: part.text,
            whole: whole.text,
            found: share.text,
            expected: `${showNumber(expected, locale, Math.min(share.step, 0.1))} %`,
          },
          at: model.locate(block, share.start, share.end - share.start),
        };
      }
    }
  },
});

interface Share {
  readonly part: Figure;
  readonly whole: Figure;
  readonly share: Figure;
}

const OF = /^\s*(?:\p{L}+\s+)?(?:of|out of|von|aus|der|\/)\s*(?:the |a total of |all |den |insgesamt )?$/iu;
const SHARE_BEHIND =
  /^(?:\s+\p{L}[\p{L}-]*){0,4}(?:\s*\(|,?\s+(?:or|i\.e\.|das sind|d\.\s?h\.|oder)\s+)\s*(?:about |around |roughly |only |ca\. |rund |≈|~)?$/iu;
const BRACKET = /^(?:\s+\p{L}[\p{L}-]*){0,4}\s*\(\s*(?:i\.e\.\s*)?$/u;
const CLOSED = /^\s*[),;.]|^$/;

function* sharesOf({ prose }: Block, all: readonly Figure[]): Generator<Share> {
  for (const [index, first] of all.entries()) {
    const [second, third] = [all[index + 1], all[index + 2]];
    if (!second || !third) continue;
    const [gap, next, after] = [
      prose.slice(first.end, second.start),
      prose.slice(second.end, third.start),
      prose.slice(third.end, third.end + 8),
    ];
    if (third.unit === '%' && OF.test(gap) && SHARE_BEHIND.test(next) && CLOSED.test(after) && isShare(first, second))
      yield { part: first, whole: second, share: third };
    else if (
      first.unit === '%' &&
      BRACKET.test(gap) &&
      OF.test(next) &&
      isShare(second, third) &&
      /^(?:\s+\p{L}[\p{L}-]*){0,4}\s*[),;]/u.test(prose.slice(third.end, third.end + 60))
    )
      yield { part: second, whole: third, share: first };
  }
}

function isShare(part: Figure, whole: Figure): boolean {
  return (
    part.unit !== '%' &&
    part.unit !== 'pp' &&
    (part.unit === whole.unit || part.unit === '' || whole.unit === '') &&
    part.scale === whole.scale &&
    part.value >= 0 &&
    whole.value > 0
  );
}
