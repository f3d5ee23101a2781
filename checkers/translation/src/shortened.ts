/** The beginning of a text, on one line: a message shows what it is about, and the finding's place has the rest. */
export function shortened(text = ''): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 59).trimEnd()}…` : plain;
}

/** Texts in quotation marks, or the first and the last of many. */
export function listed(texts: readonly string[]): string {
  const quote = (text: string | undefined): string => `'${shortened(text)}'`;
  if (texts.length <= 3) return texts.map(quote).join(', ');
  return `from ${quote(texts[0])} to ${quote(texts.at(-1))}`;
}
