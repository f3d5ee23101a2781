import type { Figure } from './find-figures.ts';
import type { AmountColumn } from './grid.ts';
import type { GridNames, NamedLabel } from './grid-names.ts';
import { sentencesOf } from './sentences.ts';

/** A figure of a text of which the text says row and column. */
export interface Claim {
  readonly figure: Figure;
  readonly amount: AmountColumn;
  readonly rows: readonly number[];
  readonly labels: readonly NamedLabel[];
}

const JOINTS =
  /,(?=\s)|(?<!\p{L})(?:and|while|whereas|but|versus|vs\.?|compared (?:to|with)|followed by|und|während|aber|gegenüber|gefolgt von)(?!\p{L})|[(，、]/giu;
/** Figures of these speak of something else than the cell: changes, comparisons, targets and parts. */
const OTHER =
  /(?<!\p{L})(?:more|less|fewer|higher|lower|above|below|than|by|from|increase\w*|decrease\w*|grew|rose|fell|growth|declin\w*|difference|target|forecast|budget|plan\w*|would|could|if|per|times|each|mehr|weniger|höher|niedriger|als|um|von|stieg|sank|wuchs|gefallen|Ziel|Plan|pro|je|between|zwischen|excluding|except|ohne|top|all|both|together)(?!\p{L})/iu;
const PERIOD =
  /(?<![\p{L}\d])(?:19|20)\d{2}(?!\d)|(?<!\p{L})[QH][1-4](?!\d)|(?<!\p{L})(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember)(?!\p{L})/iu;

/**
 * The figures of a text of which a clause names the row, and the clause or its sentence the column of a grid. What the sentence and the
 * headings above say of other labels (`In the second quarter, ...`) counts too. Clauses with several figures or changes are left out.
 */
export function* readClaims(text: string, figures: readonly Figure[], path: readonly string[], names: GridNames): Generator<Claim> {
  if (!names.mayNameRow(text)) return;
  for (const { start, end } of sentencesOf(text)) {
    const own = figures.filter((figure) => figure.start >= start && figure.end <= end);
    const sentence = text.slice(start, end);
    if (own.length === 0 || own.length > 12) continue;
    const around = names.labelsIn(sentence);
    if (around.length === 0 || hasOtherPeriod(sentence, around)) continue;
    const clauses = clausesOf(text, start, end, own);
    for (const [number, clause] of clauses.entries()) {
      const [figure, more] = own.filter((one) => one.start >= clause.start && one.end <= clause.end);
      const words = text.slice(clause.start, clause.end);
      if (!figure || more || OTHER.test(words)) continue;
      const labels = names.labelsIn(words);
      const amount = names.amountIn(words) ?? names.amountIn(sentence);
      // `North and South have`: clauses without a figure share that of the next one.
      const shared = clauses.slice(0, number).findLastIndex((other) => own.some((one) => one.start >= other.start && one.end <= other.end));
      const before = names.labelsIn(text.slice(clauses[shared + 1]?.start ?? start, clause.start));
      if (!amount || labels.length === 0 || hasSeveral([...labels, ...before])) continue;
      const wider = [...around, ...path.flatMap((title) => names.labelsIn(title))].filter(
        ({ column }) => !labels.some((one) => one.column === column),
      );
      if (hasSeveral(wider)) continue;
      const found = names.rowsWith([...labels, ...wider]);
      if (found.rows.length > 0 && found.labels.length >= labels.length) yield { figure, amount, ...found };
    }
  }
}

/** Two labels of one column name two rows. */
function hasSeveral(labels: readonly NamedLabel[]): boolean {
  return labels.some(({ column, id }) => labels.some((other) => other.column === column && other.id !== id));
}

function hasOtherPeriod(sentence: string, labels: readonly NamedLabel[]): boolean {
  const rest = labels.reduce((left, { text }) => left.replaceAll(text, ' '), sentence);
  return PERIOD.test(rest);
}

/** Pieces between commas and joining words; those inside of a figure are none. */
function clausesOf(
  text: string,
  start: number,
  end: number,
  figures: readonly Figure[],
): readonly { readonly start: number; readonly end: number }[] {
  const cuts = [...text.slice(start, end).matchAll(JOINTS)]
    .map(({ index }) => start + index)
    .filter((cut) => !figures.some((figure) => cut >= figure.start && cut < figure.end));
  return [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }));
}
