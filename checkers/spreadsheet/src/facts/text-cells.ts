import { defineFact, type Fact } from '@preflag/core';
import type { CellCursor, Sheet } from '@preflag/readers';
import { traitsOf } from '../text-traits.ts';

/** A cell with a typed text that has traits. Row and column are 0-based. */
export interface TextCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Bits of text-traits.ts. */
  readonly traits: number;
}

/** Texts that look like something else, and how many texts there are. */
export interface TextCells {
  readonly cells: readonly TextCell[];
  readonly count: number;
}

/** Typed texts with traits; each different text is looked at once, and no more than 200,000 cells are held. */
export const textCells: Fact<'workbook', TextCells> = defineFact({
  id: 'spreadsheet/text-cells',
  reads: 'workbook',
  item: 'cell',
  only: ['string'],
  start: () => {
    // By the string's number, and one more than the traits: numbers follow each other, and there may be a million.
    let known = new Uint16Array(FIRST_KNOWN);
    const cells: TextCell[] = [];
    let count = 0;
    return {
      visit({ sheet, row, column, stringId, formulaId }: CellCursor) {
        if (formulaId !== 0) return;
        count += 1;
        if (stringId >= known.length) known = grown(known, stringId);
        const traits = (known[stringId] ||= traitsOf(sheet.text(row, column)) + 1) - 1;
        if (traits !== 0 && cells.length < MOST) cells.push({ sheet, row, column, text: sheet.text(row, column), traits });
      },
      end: () => ({ cells, count }),
    };
  },
});

const MOST = 200_000;
const FIRST_KNOWN = 1024;

function grown(known: Uint16Array, index: number): Uint16Array<ArrayBuffer> {
  const longer = new Uint16Array(Math.max(known.length * 2, index + 1));
  longer.set(known);
  return longer;
}
