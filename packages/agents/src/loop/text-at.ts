import type { Json } from '@preflag/core';

/** An argument that its schema has found to be a text, if it is there. */
export function textAt(given: Readonly<Record<string, Json>>, name: string): string | undefined {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
}
