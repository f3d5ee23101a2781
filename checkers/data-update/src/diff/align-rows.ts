/** Stands between the cells of a signature. */
export const SEPARATOR = '\u001f';

/** Which rows of two lists are the same, by their signatures; the rest is lost or added, or changed where both sides have some. */
export interface Alignment {
  /** Indexes into both lists, in order. */
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly lost: readonly number[];
  readonly added: readonly number[];
}

/**
 * Aligns rows in order: equal beginnings and ends first, then rows that are unique on both sides as anchors
 * (patience diff), and between anchors the first with the first.
 */
export function alignRows(before: readonly string[], after: readonly string[]): Alignment {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1;
  const anchors = increasing(uniquePairs(before, after, start, end));
  const [pairs, lost, added]: [(readonly [number, number])[], number[], number[]] = [[], [], []];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  let [nextBefore, nextAfter] = [start, start];
  for (const [anchorBefore, anchorAfter] of [...anchors, [before.length - end, after.length - end] as const]) {
    pairBetween({ fromBefore: nextBefore, toBefore: anchorBefore, fromAfter: nextAfter, toAfter: anchorAfter }, before, after, {
      pairs,
      lost,
      added,
    });
    if (anchorBefore < before.length - end) pairs.push([anchorBefore, anchorAfter]);
    [nextBefore, nextAfter] = [anchorBefore + 1, anchorAfter + 1];
  }
  for (let index = end; index > 0; index -= 1) pairs.push([before.length - index, after.length - index]);
  return { pairs, lost, added };
}

/** Rows that stand once on each side, in the order of the first. */
function uniquePairs(
  before: readonly string[],
  after: readonly string[],
  start: number,
  end: number,
): readonly (readonly [number, number])[] {
  const places = new Map<string, { before: number; after: number; times: number }>();
  for (let index = start; index < before.length - end; index += 1) {
    const place = places.get(before[index]!);
    if (place) place.times += 1;
    else places.set(before[index]!, { before: index, after: -1, times: 1 });
  }
  for (let index = start; index < after.length - end; index += 1) {
    const place = places.get(after[index]!);
    if (!place) continue;
    if (place.after >= 0) place.times += 1;
    place.after = index;
  }
  return [...places.values()]
    .filter(({ times, after: index }) => times === 1 && index >= 0)
    .map((place) => [place.before, place.after] as const);
}

/** The longest run of pairs that rises on the second side too. */
export function increasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, [, after]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < after) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  }
  const chain: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) chain.push(pairs[index]!);
  return chain.toReversed();
}

/** Rows that changed: the first with the first where their number is the same, else those that share most cells. */
function pairBetween(
  gap: Gap,
  before: readonly string[],
  after: readonly string[],
  { pairs, lost, added }: { readonly pairs: (readonly [number, number])[]; readonly lost: number[]; readonly added: number[] },
): void {
  const [rowsBefore, rowsAfter] = [numbers(gap.fromBefore, gap.toBefore), numbers(gap.fromAfter, gap.toAfter)];
  const isSmall = rowsBefore.length * rowsAfter.length <= LARGEST_TABLE;
  const paired =
    rowsBefore.length === rowsAfter.length || !isSmall
      ? rowsBefore.slice(0, rowsAfter.length).map((row, index) => [row, rowsAfter[index]!] as const)
      : mostAlike(rowsBefore, rowsAfter, before, after);
  const [usedBefore, usedAfter] = [new Set(paired.map(([row]) => row)), new Set(paired.map(([, row]) => row))];
  pairs.push(...paired);
  lost.push(...rowsBefore.filter((row) => !usedBefore.has(row)));
  added.push(...rowsAfter.filter((row) => !usedAfter.has(row)));
}

interface Gap {
  readonly fromBefore: number;
  readonly toBefore: number;
  readonly fromAfter: number;
  readonly toAfter: number;
}

/** Larger gaps are paired in order. */
const LARGEST_TABLE = 40_000;

/** The pairing in order with the most equal cells in all (Needleman and Wunsch, without a price for gaps). */
function mostAlike(
  rowsBefore: readonly number[],
  rowsAfter: readonly number[],
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const [cellsBefore, cellsAfter] = [
    rowsBefore.map((row) => before[row]!.split(SEPARATOR)),
    rowsAfter.map((row) => after[row]!.split(SEPARATOR)),
  ];
  const score = Array.from({ length: rowsBefore.length + 1 }, () => new Float64Array(rowsAfter.length + 1));
  const alike = (i: number, j: number): number =>
    cellsBefore[i]!.filter((cell, column) => cell !== '' && cell === cellsAfter[j]![column]).length;
  for (let i = rowsBefore.length - 1; i >= 0; i -= 1) {
    for (let j = rowsAfter.length - 1; j >= 0; j -= 1)
      score[i]![j] = Math.max(score[i + 1]![j]!, score[i]![j + 1]!, score[i + 1]![j + 1]! + alike(i, j));
  }
  const found: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < rowsBefore.length && j < rowsAfter.length;) {
    const shared = alike(i, j);
    if (shared > 0 && score[i]![j] === score[i + 1]![j + 1]! + shared) found.push([rowsBefore[i++]!, rowsAfter[j++]!]);
    else if (score[i]![j] === score[i + 1]![j]!) i += 1;
    else j += 1;
  }
  return found;
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
