import { matchesIn } from '@preflag/core';
import type { Figure } from './find-figures.ts';
import type { AmountColumn } from './grid.ts';
import type { GridNames, NamedLabel } from './grid-names.ts';
import { sentencesOf } from './sentences.ts';
import { stem, wordsOf } from './words.ts';

/** A figure of a text of which the text says row and column. */
export interface Claim {
  readonly figure: Figure;
  readonly amount: AmountColumn;
  readonly labels: readonly NamedLabel[];
  /** The rows that are meant; several where a text may mean more or fewer, the likeliest first. */
  readonly readings: readonly Reading[];
  /** The figure is a share of a whole, in per cent, and not a value of the column. */
  readonly isShare: boolean;
}

interface Reading {
  readonly rows: readonly number[];
  /** The rows of which these are a part, as a heading or the beginning of the sentence names them; all where none does. */
  readonly whole: readonly number[] | undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const JOINTS =
  /,(?=\s)|(?<!\p{L})(?:and|while|whereas|but|versus|vs\.?|compared (?:to|with)|followed by|und|während|aber|gegenüber|gefolgt von)(?!\p{L})|[(，、]/giu;
/** Figures of these speak of something else than the cell: changes, comparisons, targets and parts. */
const OTHER =
  /(?<!\p{L})(?:more|less|fewer|higher|lower|above|below|than|by|from|increase\w*|decrease\w*|grew|rose|fell|growth|declin\w*|difference|target|forecast|budget|plan\w*|would|could|if|per|times|each|mehr|weniger|höher|niedriger|als|um|von|stieg|sank|wuchs|gefallen|Ziel|Plan|pro|je|between|zwischen|excluding|except|ohne|top|all|both|together)(?!\p{L})/iu;
/** The same for shares. */
const OTHER_SHARE =
  /(?<!\p{L})(?:more|less|fewer|higher|lower|above|below|than|by|from|increase\w*|decrease\w*|grew|rose|fell|growth|target|forecast|budget|plan\w*|would|could|if|mehr|weniger|höher|niedriger|als|um|stieg|sank|wuchs|Ziel|Plan|between|zwischen|excluding|except|ohne|top|both|together|not|nicht)(?!\p{L})/iu;
const OF = new Set(['of', 'der', 'des', 'vom', 'von', 'am']);
const WHOLE = new Set(
  'the all its our their total overall entire whole annual it of company der des dem den am gesamten gesamte ganzen allen unseres unserer gesamt'.split(
    ' ',
  ),
);
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
    const isTold = (clause: Span): boolean => own.some((one) => one.start >= clause.start && one.end <= clause.end);
    for (const [number, clause] of clauses.entries()) {
      const [figure, more] = own.filter((one) => one.start >= clause.start && one.end <= clause.end);
      const words = text.slice(clause.start, clause.end);
      if (!figure || more || figure.unit === 'pp') continue;
      const labels = names.labelsIn(words);
      const amount = names.amountIn(words) ?? names.amountIn(sentence);
      // `North and South have`: clauses without a figure share that of the next one.
      const shared = clauses.slice(0, number).findLastIndex(isTold);
      const before = names.labelsIn(text.slice(clauses[shared + 1]?.start ?? start, clause.start));
      if (!amount || labels.length === 0 || hasSeveral([...labels, ...before])) continue;
      const isShare = figure.unit === '%' && !amount.isPercent;
      if (isShare ? !isShareOf(text, clause, figure, amount) : OTHER.test(words)) continue;
      const isWider = ({ column }: NamedLabel): boolean => !labels.some((one) => one.column === column);
      const labelsOf = (which: (other: Span) => boolean): readonly NamedLabel[] =>
        clauses.filter((other) => other !== clause && which(other)).flatMap((other) => names.labelsIn(text.slice(other.start, other.end)));
      // What stands beside another figure may be meant here too.
      const given = [...labelsOf((other) => !isTold(other)), ...path.flatMap((title) => names.labelsIn(title))].filter(isWider);
      const beside = labelsOf(isTold).filter(isWider);
      if (hasSeveral([...given, ...beside])) continue;
      const readings = readingsOf(labels, beside.length > 0 ? [given, [...given, ...beside]] : [given], names);
      if (readings.length > 0) yield { figure, amount, labels, readings, isShare };
    }
  }
}

function readingsOf(labels: readonly NamedLabel[], contexts: readonly (readonly NamedLabel[])[], names: GridNames): readonly Reading[] {
  return contexts.flatMap((context) => {
    const { rows, labels: held } = names.rowsWith([...labels, ...context]);
    if (rows.length === 0 || held.length < labels.length) return [];
    return [{ rows, whole: context.length > 0 ? names.rowsWith(context).rows : undefined }];
  });
}

/** `23.5 % of all revenue`, `a share of 23.5 %`; not `of online revenue`, of which the whole is not known. */
function isShareOf(text: string, clause: Span, figure: Figure, { name }: AmountColumn): boolean {
  const before = text.slice(clause.start, figure.start);
  if (OTHER_SHARE.test(before)) return false;
  const after = wordsOf(text.slice(figure.end, clause.end));
  if (!OF.has(after[0] ?? '')) return /(?:share|proportion|anteil)(?:\s\p{L}+){0,3}\s*$/iu.test(before);
  const what = after.slice(1).find((word) => !WHOLE.has(word));
  return what === undefined || wordsOf(name).map(stem).includes(stem(what));
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
function clausesOf(text: string, start: number, end: number, figures: readonly Figure[]): readonly Span[] {
  const cuts = matchesIn(text.slice(start, end), JOINTS)
    .map(({ index }) => start + index)
    .filter((cut) => !figures.some((figure) => cut >= figure.start && cut < figure.end));
  return [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }));
}
