export function agent(values: readonly unknown[]): number {
  let total = 0;
  for (const value of values) {
    if (typeof value !== 'number') throw new TypeError(String(value) + ' is no number');
    total += value;
  }
  return total;
}
