import type { FontUse } from '@preflag/readers';
import type { JsonObject } from '@preflag/core';

/** What the job says of one kind of text. */
export interface AskedFont {
  readonly role: FontUse['role'];
  readonly name?: string;
  /** In points. */
  readonly size?: number;
}

const ROLES: Readonly<Record<string, FontUse['role']>> = {
  body: 'body',
  text: 'body',
  heading: 'heading',
  headings: 'heading',
  table: 'table',
  tables: 'table',
  code: 'code',
};

/** Reads `{ body: [Calibri, 11] }`, `{ headings: Arial }`, `{ table: { name: Arial, size: 9 } }`; what it does not know comes back by its key. */
export function readAskedFonts(font: JsonObject): { readonly fonts: readonly AskedFont[]; readonly unknown: readonly string[] } {
  const fonts: AskedFont[] = [];
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(font)) {
    const role = ROLES[key];
    const values: readonly unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [value];
    const name = values.find((one) => typeof one === 'string');
    const size = values.find((one) => typeof one === 'number');
    if (!role || (name === undefined && size === undefined)) unknown.push(key);
    else fonts.push({ role, ...(name !== undefined && { name }), ...(size !== undefined && { size }) });
  }
  return { fonts, unknown };
}
