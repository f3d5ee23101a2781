/** What somebody says to somebody: there the reader is not addressed. */
const QUOTED = /"[^"]{1,1000}"|“[^“”]{1,1000}”|„[^„“”]{1,1000}[“”]|«[^«»]{1,1000}»|»[^»«]{1,1000}«|‘[^‘’]{1,1000}’|「[^「」]{1,1000}」/gu;

/** A text with what is quoted blanked by U+FFFC: the same offsets. */
export function withoutQuoted(text: string): string {
  return text.replace(QUOTED, (all) => '\uFFFC'.repeat(all.length));
}
