/** What stands in a cell, as fixes say it. */
export type TypedCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly isTrue: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'formula'; readonly formula: string };

/** A cell as a formula bar shows it, without doubt of its kind: `12`, `'12` for text, `TRUE`, `#N/A`, `=A1`, nothing for a blank. */
export function cellText(cell: TypedCell): string {
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'number':
      return String(cell.number);
    case 'text':
      return `'${cell.text}`;
    case 'boolean':
      return cell.isTrue ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.error;
    case 'formula':
    default:
      return `=${cell.formula}`;
  }
}

/** The opposite of {@link cellText}; `undefined` for a text that is none of its forms. */
export function parseCellText(text: string): TypedCell | undefined {
  if (text === '') return { kind: 'blank' };
  if (text.startsWith("'")) return { kind: 'text', text: text.slice(1) };
  if (text.startsWith('=')) return { kind: 'formula', formula: text.slice(1) };
  if (text.startsWith('#')) return { kind: 'error', error: text };
  if (text === 'TRUE' || text === 'FALSE') return { kind: 'boolean', isTrue: text === 'TRUE' };
  const number = Number(text);
  return Number.isFinite(number) && text.trim() === text ? { kind: 'number', number } : undefined;
}
