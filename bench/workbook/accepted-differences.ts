/** Where exceljs reads a workbook otherwise than it stands in the file, each with the reason. A difference is a text of differences.ts. */
const ACCEPTED: readonly { readonly difference: RegExp; readonly reason: string }[] = [
  {
    difference: /format: #,##0(?:\.00)?_\);.* \| exceljs #,##0(?:\.00)? ;/,
    reason: 'the number formats 37 to 40 are taken from the standard, which has a blank where Excel has the width of a parenthesis',
  },
  { difference: / format: m\/d\/yy h:mm \| exceljs m\/d\/yy "h":mm$/, reason: 'the number format 22 is misspelt' },
  { difference: /: #[A-Z/0!?]+ =.* \| exceljs NaN =/, reason: 'errors without a type are taken for numbers' },
  {
    difference: /=SUM\([A-Z]+:[A-Z]+\) \| exceljs .*=SUM\([A-Z]+:[A-Z]+\)$|=SUM\(\d+:\d+\) \| exceljs .*=SUM\(\d+:\d+\)$/,
    reason: 'whole columns and rows in shared formulas are not moved along',
  },
  {
    difference: /^(?<cell>[^|]*): (?<value>[^=|]*) =[^|]+ \| exceljs \k<value>$/s,
    reason: 'cells of an array formula do not show it, and links hide formulas',
  },
  { difference: / \| exceljs .*_x000D_/s, reason: 'escaped characters stay escaped' },
  { difference: /: Hello \| exceljs 0$/, reason: 'a text that is given in place is read as the number of a shared one' },
  { difference: /^no sheet /, reason: 'sheets whose parts stand elsewhere than Excel puts them are not found' },
];

/** The differences for which there is no reason yet. */
export function unaccepted(differences: readonly string[]): readonly string[] {
  return differences.filter((text) => !ACCEPTED.some(({ difference }) => difference.test(text)));
}
