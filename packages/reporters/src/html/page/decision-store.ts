import type { CriterionDecision, FindingDecision } from '@preflag/core';
import { load, save, type Kept } from './kept.ts';

export type Entry = Pick<FindingDecision, 'decision' | 'reason' | 'note'>;
export type Judgement = Pick<CriterionDecision, 'note'> & { readonly verdict?: CriterionDecision['verdict'] };

/** What was decided so far. It is kept in the browser where that allows it, and told to those who listen. */
export class DecisionStore {
  readonly #key: string;
  readonly #findings: Map<string, Entry>;
  readonly #criteria: Map<string, Judgement>;
  /** What puts the last changes back, the latest at the end. */
  readonly #undo: (() => void)[] = [];
  readonly #listeners: (() => void)[] = [];
  #isSaved: boolean;
  reviewer: string;
  /** Of active time. */
  seconds: number;

  constructor(key: string) {
    const kept = load(key);
    this.#key = key;
    this.#findings = new Map(Object.entries(kept.findings));
    this.#criteria = new Map(Object.entries(kept.criteria));
    this.#isSaved = kept.isSaved;
    this.reviewer = kept.reviewer;
    this.seconds = kept.seconds;
  }

  /** Whether every decision is in a file that was saved. */
  get isSaved(): boolean {
    return this.#isSaved;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  entry(key: string): Entry | undefined {
    return this.#findings.get(key);
  }

  judgement(key: string): Judgement | undefined {
    return this.#criteria.get(key);
  }

  /** Changes the entries of findings in one step; what is `undefined` in the change is taken out. */
  decide(keys: readonly string[], change: { readonly [Name in keyof Entry]?: Entry[Name] | undefined }): void {
    this.#change(this.#findings, keys, change);
  }

  judge(key: string, change: { readonly [Name in keyof Judgement]?: Judgement[Name] | undefined }): void {
    this.#change(this.#criteria, [key], change);
  }

  /** Takes the last step back; whether there was one. */
  undo(): boolean {
    const step = this.#undo.pop();
    step?.();
    if (step) this.#changed();
    return step !== undefined;
  }

  /** Notes that what there is now was saved to a file. */
  markSaved(): void {
    this.#isSaved = true;
    this.keep();
    for (const listener of this.#listeners) listener();
  }

  /** Keeps everything in the browser. */
  keep(): void {
    const kept: Kept = {
      findings: Object.fromEntries(this.#findings),
      criteria: Object.fromEntries(this.#criteria),
      reviewer: this.reviewer,
      seconds: this.seconds,
      isSaved: this.#isSaved,
    };
    save(this.#key, kept);
  }

  #change<Value extends object>(entries: Map<string, Value>, keys: readonly string[], change: object): void {
    const before = keys.map((key) => [key, entries.get(key)] as const);
    for (const [key, old] of before) put(entries, key, { ...old, ...change } as Value);
    this.#undo.push(() => {
      for (const [key, old] of before) put(entries, key, old);
    });
    this.#changed();
  }

  #changed(): void {
    this.#isSaved = this.#findings.size === 0 && this.#criteria.size === 0;
    this.keep();
    for (const listener of this.#listeners) listener();
  }
}

/** Without fields that are not there; an entry without fields goes. */
function put<Value extends object>(entries: Map<string, Value>, key: string, value: Value | undefined): void {
  const fields = Object.entries(value ?? {}).filter(([, field]) => field !== undefined && field !== '');
  if (fields.length === 0) entries.delete(key);
  else entries.set(key, Object.fromEntries(fields) as Value);
}
