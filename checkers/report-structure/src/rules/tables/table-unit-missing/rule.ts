import { defineRule, type Rule } from '@preflag/core';
import { tables, type TextTable } from '../../../facts/tables.ts';
import { noteUntoldTables } from '../../../note-untold-tables.ts';

const LEAST_ROWS = 2;
const LEAST_WITH_UNIT = 2;
/** `Rent (EUR)`, `Share in %`, `Area [ha]`, `Cost, $`. */
const UNIT = /[([][^()[\]]{1,20}[)\]]\s*$|(?:\bin|,)\s+\S{1,12}$|[%€$£¥°]/u;
/** Shares, rates and scores are numbers of nothing. */
const UNITLESS = /ratio|index|score|factor|coefficient|\bp\b|\br²?\b|rank|year|version|jahr|quote|faktor|année|indice|比|指数|年/iu;

/**
 * Tables with at least two columns whose headers name a unit, and a column of numbers with decimals whose header names none. Whole numbers
 * are counts, years and ranks more often than amounts.
 * Does not catch: amounts without decimals; units that the text or a caption names are taken for none, hence a hint.
 * Known false alarms: numbers without a dimension under a name that is not known for one.
 */
export const tableUnitMissing: Rule<'document'> = defineRule({
  id: 'report-structure/table-unit-missing',
  title: 'A column of numbers has no unit, and others have one',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  facts: [tables],
  why: 'The reader takes the figures for what they are not, by a factor that the table does not tell.',
  advice: "Write the unit into the header '{{column}}'.",
  messages: { none: "The column '{{column}}' has numbers and no unit, and {{count}} others have one" },
  *check(context) {
    const { model, facts, looked } = context;
    noteUntoldTables(context);
    for (const table of facts(tables)) {
      const columns = columnsOf(table);
      looked({ columns: columns.length });
      const count = columns.filter(({ hasUnit }) => hasUnit).length;
      const bare = columns.filter(({ name, hasUnit, isMeasured }) => !hasUnit && isMeasured && !UNITLESS.test(name));
      if (count < LEAST_WITH_UNIT || bare.length >= count) continue;
      for (const { name, index } of bare) {
        const block = model.blocks.find(({ cell }) => cell?.table === table.table && cell.header && cell.column === index);
        if (block) yield { messageId: 'none', data: { column: name, count }, at: model.locate(block) };
      }
    }
  },
});

interface Column {
  readonly name: string;
  readonly index: number;
  /** The header, or each of the cells, names one. */
  readonly hasUnit: boolean;
  /** All of it are numbers, and most of them have decimals. */
  readonly isMeasured: boolean;
}

/** The columns that hold numbers and have a header. */
function columnsOf({ header, rows }: TextTable): readonly Column[] {
  return header.flatMap((name, index) => {
    const cells = rows.flatMap((row) => (row[index] && !row[index].isBlank ? [row[index]] : []));
    if (name === '' || cells.length < LEAST_ROWS || !cells.every(({ figure }) => figure)) return [];
    const hasUnit = UNIT.test(name) || cells.every(({ text }) => /[\p{L}%€$£¥°]/u.test(text));
    const decimals = cells.filter(({ text }) => /\d[.,]\d{1,2}(?!\d)/.test(text)).length;
    return [{ name, index, hasUnit, isMeasured: decimals > cells.length / 2 }];
  });
}
