/** Runs of characters of one kind, in order: `INV-0042` is three capitals, the text `-` and four digits. */
export type Shape = readonly Run[];

interface Run {
  /** `digit`, `upper` and `lower` of the English alphabet; anything else stands for itself. */
  readonly of: string;
  /** The fewest and the most of them in one value. */
  readonly fewest: number;
  readonly most: number;
}

const LONGEST = 40;
const RUNS = /\d+|[A-Z]+|[a-z]+|[^\dA-Za-z]/gu;

/** The shape of a code; `undefined` for what is no code: words, and texts without a digit. */
export function shapeOf(text: string): Shape | undefined {
  if (text.length > LONGEST || !/\d/.test(text) || /\s/.test(text)) return undefined;
  return (text.match(RUNS) ?? []).map((run) => ({ of: kindOf(run), fewest: run.length, most: run.length }));
}

/** The shape that fits one more text; `undefined` where it is built otherwise. */
export function addShape(shape: Shape, text: string): Shape | undefined {
  const own = shapeOf(text);
  return own && joinShapes(shape, own);
}

/** The shape that fits the texts of both; `undefined` where they are built otherwise. */
export function joinShapes(a: Shape, b: Shape): Shape | undefined {
  if (a.length !== b.length || a.some((run, index) => run.of !== b[index]?.of)) return undefined;
  const isSame = a.every((run, index) => run.fewest <= (b[index]?.fewest ?? 0) && run.most >= (b[index]?.most ?? 0));
  if (isSame) return a;
  return a.map(({ of, fewest, most }, index) => ({
    of,
    fewest: Math.min(fewest, b[index]?.fewest ?? fewest),
    most: Math.max(most, b[index]?.most ?? most),
  }));
}

const CLASSES: Readonly<Record<string, string>> = { digit: '\\d', upper: '[A-Z]', lower: '[a-z]' };

/** A pattern in the syntax of RE2. Where lengths differ, any length will do. */
export function patternOf(shape: Shape): string {
  return shape
    .map(({ of, fewest, most }) => {
      const one = CLASSES[of] ?? of.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
      if (fewest !== most) return `${one}+`;
      return most === 1 ? one : `${one}{${most}}`;
    })
    .join('');
}

function kindOf(run: string): string {
  if (/^\d/.test(run)) return 'digit';
  if (/^[A-Z]/.test(run)) return 'upper';
  return /^[a-z]/.test(run) ? 'lower' : run;
}
