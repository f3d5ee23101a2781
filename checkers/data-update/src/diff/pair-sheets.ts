import type { Sheet, Update } from '@preflag/readers';
import type { SheetPair, UpdateDiff } from './sheet-diff.ts';

type Pairing = Pick<UpdateDiff, 'pairs' | 'sheetsLost' | 'sheetsAdded' | 'sheetsRenamed'>;

/** Sheets by name, without regard to case; one sheet with one sheet whatever they are called (a csv is named like its file); then those that hold the same. */
export function pairSheets({ before, after, typed }: Pick<Update, 'before' | 'after' | 'typed'>): Pairing {
  const [first, second] = [before[0], after[0]];
  if (first && second && before.length === 1 && after.length === 1) {
    const isRenamed = typed && first.name.toLowerCase() !== second.name.toLowerCase();
    const sheetsRenamed = isRenamed ? [{ from: first.name, to: second.name }] : [];
    return { pairs: [{ before: first, after: second }], sheetsLost: [], sheetsAdded: [], sheetsRenamed };
  }
  const free = new Set(after);
  const pairs: SheetPair[] = [];
  const take = (sheet: Sheet, partner: Sheet): void => {
    free.delete(partner);
    pairs.push({ before: sheet, after: partner });
  };
  const unnamed = before.filter((sheet) => {
    const partner = after.find(({ name }) => name.toLowerCase() === sheet.name.toLowerCase());
    if (partner) take(sheet, partner);
    return partner === undefined;
  });
  const sheetsRenamed: { readonly from: string; readonly to: string }[] = [];
  const lost = unnamed.filter((sheet) => {
    const partner = [...free].find((other) => holdsTheSame(sheet, other));
    if (partner) {
      take(sheet, partner);
      sheetsRenamed.push({ from: sheet.name, to: partner.name });
    }
    return partner === undefined;
  });
  const names = (sheets: Iterable<Sheet>): readonly string[] => [...sheets].map(({ name }) => name);
  return { pairs, sheetsLost: names(lost), sheetsAdded: names(free), sheetsRenamed };
}

const ROWS = 100;
const COLUMNS = 50;
const LEAST_CELLS = 4;
const MOST_SHARED = 0.8;

/** Most of the cells at the top of the sheet are the same. */
function holdsTheSame(before: Sheet, after: Sheet): boolean {
  let [filled, same] = [0, 0];
  for (let row = 0; row < Math.min(before.rowCount, ROWS); row += 1)
    for (let column = 0; column < Math.min(before.columnCount, COLUMNS); column += 1) {
      const text = before.text(row, column);
      if (text === '') continue;
      filled += 1;
      if (text === after.text(row, column)) same += 1;
    }
  return filled >= LEAST_CELLS && same >= filled * MOST_SHARED;
}
