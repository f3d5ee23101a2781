import { shown } from './shown.ts';

/** Markup that may be written as it is: only {@link html} makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

/**
 * A template whose values are text, escaped for elements and quoted attributes; markup is what was made by this function. Line
 * ends and indents of the template itself become single spaces, which are all that a browser makes of them.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(collapse(strings).reduce((markup, string, index) => markup + markupOf(values[index - 1]) + string));
}

const collapsed = new WeakMap<TemplateStringsArray, readonly string[]>();

function collapse(strings: TemplateStringsArray): readonly string[] {
  const known = collapsed.get(strings) ?? strings.map((string) => string.replace(/\s*\n\s*(?=\/?>)/g, '').replace(/\s*\n\s*/g, ' '));
  collapsed.set(strings, known);
  return known;
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return shown(String(part)).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
