import type { DataFile, Deliverable } from '@preflag/core';

/** The files that the figures of a document must be traceable to: those under `data`, and no glossary, memory or other file of the job. */
export function figureData(data: ReadonlyMap<string, DataFile>, deliverable: Deliverable | null): ReadonlyMap<string, DataFile> {
  const names = new Set(deliverable?.data);
  return new Map([...data].filter(([name]) => names.has(name)));
}
