/** The beginning of a text, on one line: a message shows what it is about, and the finding's place has the rest. */
export function shortened(text = '', longest = 60): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain;
}

/** What a message shows of one of its values. */
const LONGEST_VALUE = 80;

/** Texts in quotation marks, or the first and the last of many: each cut so that a message shows them all. */
export function listed(texts: readonly string[]): string {
  const isAll = texts.length <= 3;
  const count = isAll ? texts.length : 2;
  const room = LONGEST_VALUE - (isAll ? 2 * (count - 1) : 'from  to '.length);
  const quote = (text: string | undefined): string => `'${shortened(text, Math.floor(room / count) - 2)}'`;
  return isAll ? texts.map(quote).join(', ') : `from ${quote(texts[0])} to ${quote(texts.at(-1))}`;
}
