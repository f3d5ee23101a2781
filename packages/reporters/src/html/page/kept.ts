import type { Entry, Judgement } from './decision-store.ts';

/** What the browser keeps between visits. */
export interface Kept {
  readonly findings: Readonly<Record<string, Entry>>;
  readonly criteria: Readonly<Record<string, Judgement>>;
  readonly reviewer: string;
  readonly seconds: number;
  readonly isSaved: boolean;
}

const NOTHING: Kept = { findings: {}, criteria: {}, reviewer: '', seconds: 0, isSaved: true };

/** What was kept for a page; nothing where the browser keeps nothing, or what it has is of another kind. */
export function load(key: string): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null');
    return typeof value === 'object' && value !== null ? { ...NOTHING, ...value } : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Whether it could be kept: browsers may refuse it to files, or when they are full. */
export function save(key: string, kept: Kept): boolean {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function nameOf(key: string): string {
  return `preflag:1:${key}`;
}
