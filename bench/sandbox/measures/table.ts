/** The value below which a share of all values is: 0.5 is the median. Not a number for no values. */
export function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}

/** Columns as wide as what stands in them; the first and the last are aligned to the left. `NaN` is a dash. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows].map((row) => row.map((text) => (text === 'NaN' ? '-' : text)));
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  for (const row of all) {
    const cells = row.map((text, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? text.padEnd(width) : column === row.length - 1 ? text : text.padStart(width);
    });
    console.log(cells.join('  '));
  }
}
