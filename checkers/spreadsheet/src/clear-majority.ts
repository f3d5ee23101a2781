/**
 * True when so many cells agree that the others are the odd ones. With fewer, either side may be the wrong one, and both are named:
 * people who audit workbooks mark both then.
 */
export function isClearMajority(alike: number, odd: number): boolean {
  return alike >= CLEAR * odd;
}

const CLEAR = 5;
