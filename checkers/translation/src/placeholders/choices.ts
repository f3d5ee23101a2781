/** The head of a plural or select message of ICU: `{count, plural,`. */
const HEAD = /\{\s{0,3}[\w$]{1,60}\s{0,3},\s{0,3}(?:plural|select|selectordinal)\s{0,3},(?:\s{0,3}offset:\d{1,3})?/g;
/** What chooses one of its texts: ` one {`, `} other {`, ` =0 {`. */
const OPTION = /(?<=[\uFFFC}]\s{0,20})(?:=\d{1,5}|[\w-]{1,40})\s{0,5}\{/g;

/** True for messages with plural forms or choices (ICU MessageFormat). */
export function hasChoices(text: string): boolean {
  return text.includes('{') && text.search(HEAD) >= 0;
}

/** Such a message with all that is not shown blanked by U+FFFC, at the same offsets; others stay as they are. */
export function withoutChoices(text: string): string {
  if (!hasChoices(text)) return text;
  const blank = (all: string): string => '\uFFFC'.repeat(all.length);
  return text.replace(HEAD, blank).replace(OPTION, blank);
}
