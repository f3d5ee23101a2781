import { defineRule, type Rule } from '@preflag/core';
import { noteUnknownLanguage, textLanguage } from '@preflag/readers/language';
import { figures, type BlockFigures } from '../../../facts/figures.ts';
import { tables, type TextTable } from '../../../facts/tables.ts';
import { GridNames } from '../../../numbers/grid-names.ts';
import { gridOf } from '../../../numbers/grid.ts';
import { isQuote, namedValues } from '../../../numbers/named-values.ts';
import { readClaims } from '../../../numbers/read-claims.ts';
import { noteUntoldTables } from '../../../note-untold-tables.ts';
import { writtenWords } from '../../../numbers/words.ts';

const LANGUAGES = ['en', 'de'];

/**
 * Compares figures of prose with the tables of the same document, where a clause has one figure, the label of one row and the header of
 * one column, as they are written in the table.
 * Does not catch: rows and columns under other names, and clauses with several figures.
 * Known false alarms: a figure for another period than that of the table, where neither says so.
 */
export const contradictsTable: Rule<'document'> = defineRule({
  id: 'report-structure/contradicts-table',
  title: 'A figure in the text differs from the table',
  severity: 'important',
  certainty: 'likely',
  reads: 'document',
  facts: [figures, tables, textLanguage],
  languages: LANGUAGES,
  why: 'The text and the table of one report say different things, and the reader cannot tell which is right.',
  advice: 'Use the value that is right in both places.',
  messages: { differs: "'{{column}}' of {{row}} is {{found}} in the text and {{other}} in the table" },
  *check(context) {
    const { model, facts, looked } = context;
    noteUnknownLanguage(context, LANGUAGES);
    noteUntoldTables(context);
    const mentions = new MentionIndex(facts(figures).blocks);
    for (const table of facts(tables)) {
      if (table.header.length < 2 || table.rows.length < 2) continue;
      const names = namesOf(table);
      if (names.grid.amounts.length === 0) continue;
      for (const { block, figures: all } of mentions.of(names)) {
        for (const { figure, amount, readings, labels, isShare } of readClaims(block.prose, all, [], names)) {
          const [{ rows } = { rows: [] }, ...others] = readings;
          const [row, more] = rows;
          const cell = table.rows[row ?? -1]?.[amount.column];
          if (isShare || others.length > 0 || more !== undefined || !cell?.figure || (figure.unit === '%') !== (cell.figure.unit === '%'))
            continue;
          looked({ figures: 1 });
          const isRounded = Math.abs(figure.value - cell.figure.value) <= Math.max(figure.step, cell.figure.step);
          if (
            isRounded ||
            namedValues(amount, rows).some((value) => isQuote(figure, value)) ||
            table.rows[row ?? -1]?.some((one) => one?.figure?.value === figure.value)
          )
            continue;
          yield {
            messageId: 'differs',
            data: { column: amount.name, row: labels.map(({ text }) => text).join(', '), found: figure.text, other: cell.text },
            at: model.locate(block, figure.start, figure.end - figure.start),
            related: [{ at: model.locate(cell.block), label: 'the cell of the table' }],
          };
        }
      }
    }
  },
});

/** The blocks that may name a row of a table, so that not each table is looked for in each block. */
class MentionIndex {
  readonly #blocks: readonly BlockFigures[];
  /** By the words in them; built with the first table. */
  #byWord: Map<string, number[]> | undefined;

  constructor(blocks: readonly BlockFigures[]) {
    this.#blocks = blocks;
  }

  /** In reading order. */
  of(names: GridNames): readonly BlockFigures[] {
    this.#byWord ??= indexOf(this.#blocks);
    const found = new Set<number>();
    for (const word of names.firstWords()) for (const index of this.#byWord.get(word) ?? []) found.add(index);
    return [...found].toSorted((a, b) => a - b).flatMap((index) => this.#blocks[index] ?? []);
  }
}

function indexOf(blocks: readonly BlockFigures[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  for (const [index, { block }] of blocks.entries()) {
    for (const word of new Set(writtenWords(block.prose))) {
      const known = byWord.get(word);
      if (known) known.push(index);
      else byWord.set(word, [index]);
    }
  }
  return byWord;
}

function namesOf({ header, rows }: TextTable): GridNames {
  const { grid } = gridOf(
    'the table',
    header,
    rows.length,
    (row, column) => {
      const cell = rows[row]?.[column];
      return cell?.figure?.value ?? (cell?.text === '' ? undefined : cell?.text);
    },
    (row, column) => rows[row]?.[column]?.figure?.unit === '%',
  );
  return new GridNames(grid);
}
