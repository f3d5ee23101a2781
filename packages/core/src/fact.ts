import type { LanguageIdentifier } from './language-identifier.ts';
import type { Limits } from './limits.ts';
import type { ItemKind, ModelOf, Reads } from './model.ts';

/** Something that several rules need, computed once per model. Facts never see a rule's options. */
export type Fact<R extends Reads = Reads, V = unknown> = ComputedFact<R, V> | StreamingFact<R, V>;

interface FactBase<R extends Reads> {
  /** `checker/what-it-holds`. */
  readonly id: string;
  readonly reads: R | readonly R[];
  /** JSON that may leave the check worker, for rules over all files. */
  readonly portable?: boolean;
}

export interface ComputedFact<R extends Reads, V> extends FactBase<R> {
  /** Facts of the same model that must be there first. */
  readonly uses?: readonly Fact[];
  /** `identifiers` are the language identifiers that the user plugs in. */
  compute(model: ModelOf<R>, facts: FactReader, limits: Limits, identifiers: readonly LanguageIdentifier[]): V | Promise<V>;
}

/** A fact that is gathered while the model is walked; one walk feeds all of them. */
export interface StreamingFact<R extends Reads, V> extends FactBase<R> {
  readonly item: ItemKind;
  /** Only items of these kinds; among cells, those with a formula are `formula` beside what they hold. */
  readonly only?: readonly string[];
  start(model: ModelOf<R>): Gathering<V>;
}

/** What a streaming fact keeps during one walk. */
export interface Gathering<V> {
  /** The item may be one object that is used again: copy what must stay. */
  visit(item: never): void;
  end(): V;
}

export type FactReader = <V>(fact: Fact<Reads, V>) => V;

/** Declares a fact. Types the model from `reads`, and nothing else. */
export function defineFact<const R extends Reads, V>(fact: Fact<R, V>): Fact<R, V> {
  return fact;
}

export function isStreaming<R extends Reads, V>(fact: Fact<R, V>): fact is StreamingFact<R, V> {
  return 'start' in fact;
}

/** True when the fact, or rule, reads models of this kind. */
export function readsKind(reader: { readonly reads: Reads | readonly Reads[] }, kind: Reads): boolean {
  return typeof reader.reads === 'string' ? reader.reads === kind : reader.reads.includes(kind);
}
