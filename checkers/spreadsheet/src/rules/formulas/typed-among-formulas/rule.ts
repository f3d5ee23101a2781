import { cellAddress, defineRule, rangeAddress, type Rule } from '@preflag/core';
import { formulaLines, LINES_LEFT } from '../../../facts/formula-lines.ts';
import { typedStretches, type TypedStretch } from '../../../facts/typed-stretches.ts';

/**
 * Looks at blocks that come again down a sheet: a row or column of one of them that mixes typed numbers with formulas, where the same
 * row or column of other blocks holds formulas only. What the formula would give in the place of the numbers is computed.
 * Does not catch: blocks without any formula, blocks side by side, and blocks of other sizes.
 * Known false alarms: periods for which there are only results. Only a typed total that is not the sum is likely to be wrong; a number
 * that overrides another formula, stands in place of an error, or agrees with the formula is a hint.
 */
export const typedAmongFormulas: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/typed-among-formulas',
  title: 'A block holds typed numbers where its sister blocks compute them',
  severity: 'important',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaLines, typedStretches],
  why: 'The typed numbers do not follow when their inputs change, and nobody expects that beside formulas.',
  advice: 'Fill the formula of the other blocks into {{typed}} too, or say beside it why the numbers are typed in.',
  messages: {
    contradicts:
      'The total {{number}} in {{odd}} is typed, and the formula that stands beside it (={{formula}} in {{cell}}) would give {{gives}}; the same cells of other blocks, such as {{like}}, hold formulas only',
    overrides: {
      text: 'The number {{number}} in {{odd}} is typed, and the formula that stands beside it (={{formula}} in {{cell}}) would give {{gives}}; the same cells of other blocks, such as {{like}}, hold formulas only',
      certainty: 'hint',
    },
    fails: {
      text: 'Numbers are typed into {{typed}} where the formula that stands beside them (={{formula}} in {{cell}}) would give an error; the same cells of other blocks, such as {{like}}, hold formulas only',
      certainty: 'hint',
    },
    agrees: {
      text: 'Numbers are typed into {{typed}} beside formulas such as ={{formula}} in {{cell}}; the same cells of other blocks, such as {{like}}, hold formulas only',
      certainty: 'hint',
      severity: 'minor',
    },
  },
  *check({ model, facts, looked, notChecked }) {
    for (const sheet of model.sheets) if (sheet.formulaCount > 0) looked({ formulas: sheet.formulaCount });
    if (facts(formulaLines).some(({ isWhole }) => !isWhole)) notChecked('limit', LINES_LEFT);
    for (const stretch of facts(typedStretches)) {
      const { sheet, range, typed, formulaAt, like, contradiction } = stretch;
      const messageId = messageOf(stretch);
      for (const at of placesOf(stretch, messageId))
        yield {
          messageId,
          data: {
            typed: typed.map(rangeAddress).join(', '),
            cell: cellAddress(formulaAt.row, formulaAt.column),
            formula: sheet.formula(formulaAt.row, formulaAt.column) ?? '',
            like: rangeAddress(like),
            ...(contradiction && {
              odd: cellAddress(contradiction.row, contradiction.column),
              number: sheet.text(contradiction.row, contradiction.column),
              gives: String(contradiction.value),
            }),
          },
          at: { kind: 'cell', sheet: sheet.name, range: at },
          related: [{ at: { kind: 'cell', sheet: sheet.name, range: rangeAddress(like) }, label: 'a block that holds formulas only' }],
          group: `${sheet.name} ${range.top}`,
        };
    }
  },
});

type MessageId = 'contradicts' | 'overrides' | 'fails' | 'agrees';

function messageOf({ contradiction, isTotal, wouldFail }: TypedStretch): MessageId {
  if (contradiction) return isTotal ? 'contradicts' : 'overrides';
  return wouldFail ? 'fails' : 'agrees';
}

/** All of the stretch where it is not clear which side is the odd one; else the typed numbers, unless they are the most. */
function placesOf({ range, typed, typedCount, formulaCount, isClear }: TypedStretch, messageId: MessageId): readonly string[] {
  if ((messageId === 'contradicts' || messageId === 'fails') && !isClear) return [rangeAddress(range)];
  return typedCount <= formulaCount ? typed.map(rangeAddress) : [];
}
