/** A line of a table of contents, cut into its title and the page behind a tab, a row of dots or a gap; without a page it is all title. */
export function lineWithPage(text: string): { readonly title: string; readonly page?: string } {
  const page = /(?:^|[\s.…])(\d{1,5}|[ivxlc]{1,8})$/i.exec(text.slice(-LONGEST_PAGE))?.[1];
  if (page !== undefined) {
    const end = text.length - page.length;
    let start = end;
    while (start > 0 && /[\s.…]/.test(text[start - 1] ?? '')) start -= 1;
    if (text[end - 1] === '\t' || end - start >= LEAST_GAP) return { title: folded(text.slice(0, start)), page };
  }
  return { title: folded(text) };
}

/** Longer than any page number, and the sign before it. */
const LONGEST_PAGE = 10;
/** Signs between title and page where no tab parts them. */
const LEAST_GAP = 3;

function folded(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
