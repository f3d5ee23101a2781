import type { Figure } from './find-figures.ts';
import type { AmountColumn } from './grid.ts';
import type { GridNames, NamedLabel } from './grid-names.ts';
import { sentencesOf } from './sentences.ts';

/** A change in per cent of which a sentence says the column and the two rows, or groups of rows. */
export interface ChangeClaim {
  readonly figure: Figure;
  readonly amount: AmountColumn;
  readonly labels: readonly [from: NamedLabel, to: NamedLabel];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const FROM_TO =
  /(?<!\p{L})(?:from|between|von|vom|zwischen)\s(?:the\s)?([^,;()]{1,40}?)\s(?:to|and|auf|zu|zum|bis|nach|und)\s(?:the\s)?([^,;()]{1,60})/giu;
const CHANGED =
  /(?<!\p{L})(?:rose|risen|ris(?:es|ing)|increas\w+|grew|grown?|grows|growth|climb\w+|jump\w+|up|fell|fallen|falls|falling|decreas\w+|declin\w+|drop\w*|shrank|shrunk|down|chang\w+|stieg\w*|gestiegen|wuchs\w*|gewachsen|sank\w*|gesunken|gefallen|fiel\w*|veränder\w*)(?!\p{L})/iu;
/** Of these the change is another one than that of sums. */
const OTHER =
  /(?<!\p{L})(?:per|each|average|mean|median|share|rate|margin|annual\w*|je|pro|durchschnitt\w*|anteil|quote|marge|jährlich\w*)(?!\p{L})/iu;

/** The changes of sentences like `From Q2 to Q3, revenue rose by 31.4 %.`; sentences with other percentages, or with other rows, are left out. */
export function* readChanges(text: string, figures: readonly Figure[], path: readonly string[], names: GridNames): Generator<ChangeClaim> {
  if (!figures.some(({ unit }) => unit === '%') || !names.mayNameRow(text)) return;
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    const [figure, more] = figures.filter((one) => one.start >= start && one.end <= end && (one.unit === '%' || one.unit === 'pp'));
    if (figure?.unit !== '%' || more || !CHANGED.test(sentence) || OTHER.test(sentence)) continue;
    const amount = names.amountIn(sentence);
    const labels = endsOf(sentence, names);
    if (!amount || !labels) continue;
    const around = [...names.labelsIn(sentence), ...path.flatMap((title) => names.labelsIn(title))];
    const others = around.filter((one) => !labels.some(({ column, id }) => column === one.column && id === one.id));
    if (others.some((one) => others.some((two) => two.column === one.column && two.id !== one.id) || one.column === labels[0].column))
      continue;
    const [from, to] = labels.map((label) => names.rowsWith([label, ...others]).rows);
    if (from?.length && to?.length) yield { figure, amount, labels, from, to };
  }
}

function endsOf(sentence: string, names: GridNames): readonly [NamedLabel, NamedLabel] | undefined {
  for (const [, one = '', two = ''] of sentence.matchAll(FROM_TO)) {
    const [from, more] = names.labelsIn(one);
    const to = names.labelsIn(two)[0];
    if (!from || more || !to || one.trim() !== from.text.trim() || !two.startsWith(to.text.trim())) continue;
    if (from.column === to.column && from.id !== to.id) return [from, to];
  }
  return undefined;
}
