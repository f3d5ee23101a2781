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

/** So far back a quotation mark is looked for. */
const REACH = 1000;

/** True when a quotation mark before the place was not closed: what stands there is somebody else's words. */
export function isInsideQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const count = (marks: RegExp): number => before.match(marks)?.length ?? 0;
  const isLow = before.includes('„');
  const [opened, closed] = isLow ? [count(/„/g), count(/[“”]/g)] : [count(/[“«「『]/g), count(/[”»」』]/g)];
  return opened > closed || count(/"/g) % 2 === 1;
}
