const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“”',
  '‘': '’',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '`': '`',
};

/** True when the range stands directly between quotation marks: the text speaks about it and does not use it. */
export function isQuoted(text: string, start: number, end: number): boolean {
  return PAIRS[text.charAt(start - 1)]?.includes(text.charAt(end) || '\0') ?? false;
}
