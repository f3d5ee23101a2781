import { messageOf, PreflagError } from '../errors.ts';
import { isStreaming, readsKind, type Fact, type FactReader, type Gathering } from '../fact.ts';
import type { LanguageIdentifier } from '../language-identifier.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { isScannable, type Model, type Reads, type Visitor } from '../model.ts';

/** Told before each piece of work, so that a parent process knows what was running when it had to kill. */
export type OnPhase = (phase: Phase) => void;
export interface Phase {
  readonly kind: 'walk' | 'fact' | 'rule';
  /** The ids of the facts, or the rule. */
  readonly ids: readonly string[];
}

type Entry = { readonly value: unknown } | { readonly error: string };

/** Facts by model, each computed once; one walk over a model feeds all of its streaming facts. */
export class FactStore {
  readonly #values = new WeakMap<Model, Map<string, Entry>>();
  readonly #onPhase: OnPhase;
  /** Facts that made a process end before: not tried again. */
  readonly #banned: ReadonlyMap<string, string>;
  readonly #walkApart: boolean;
  readonly #limits: Limits;
  readonly #identifiers: readonly LanguageIdentifier[];

  /** @param options.walkApart one walk per fact, to find the one that does not end */
  constructor(
    options: {
      readonly onPhase?: OnPhase;
      readonly banned?: ReadonlyMap<string, string>;
      readonly walkApart?: boolean;
      readonly limits?: Limits;
      readonly identifiers?: readonly LanguageIdentifier[];
    } = {},
  ) {
    this.#onPhase = options.onPhase ?? ((): void => {});
    this.#banned = options.banned ?? new Map();
    this.#walkApart = options.walkApart ?? false;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    this.#identifiers = options.identifiers ?? [];
  }

  /** Computes those of the facts that read this kind of model. A fact that fails is remembered, not thrown. */
  async prepare(model: Model, facts: readonly Fact[]): Promise<void> {
    const entries = this.#entriesOf(model);
    const wanted = inOrder(facts).filter((fact) => readsKind(fact, model.kind) && !entries.has(fact.id));
    for (const fact of wanted) {
      const reason = this.#banned.get(fact.id);
      if (reason !== undefined) entries.set(fact.id, { error: reason });
    }
    const open = wanted.filter(({ id }) => !entries.has(id));
    const streaming = open.filter(isStreaming);
    for (const group of this.#walkApart ? streaming.map((fact) => [fact]) : [streaming]) {
      if (group.length > 0) await this.#walk(model, group, entries);
    }
    for (const fact of open) {
      if (isStreaming(fact)) continue;
      this.#onPhase({ kind: 'fact', ids: [fact.id] });
      try {
        entries.set(fact.id, { value: await fact.compute(model as never, this.reader(model), this.#limits, this.#identifiers) });
      } catch (error) {
        entries.set(fact.id, { error: messageOf(error) });
      }
    }
  }

  /** Reads prepared facts of one model. */
  reader(model: Model): FactReader {
    const entries = this.#entriesOf(model);
    return <V>(fact: Fact<Reads, V>): V => {
      const entry = entries.get(fact.id);
      if (!entry) throw new PreflagError('rule', `The fact ${fact.id} was used but not declared under 'facts'.`);
      if ('error' in entry) throw new FactError(fact.id, entry.error);
      return entry.value as V;
    };
  }

  #entriesOf(model: Model): Map<string, Entry> {
    const entries = this.#values.get(model) ?? new Map<string, Entry>();
    this.#values.set(model, entries);
    return entries;
  }

  async #walk(
    model: Model,
    facts: readonly (Fact & { start: (model: never) => Gathering<unknown> })[],
    entries: Map<string, Entry>,
  ): Promise<void> {
    if (!isScannable(model))
      throw new PreflagError('rule', `Models of kind ${model.kind} cannot be walked; the fact ${facts[0]?.id} must be computed.`);
    this.#onPhase({ kind: 'walk', ids: facts.map(({ id }) => id) });
    const gatherings = new Map<string, Gathering<unknown>>();
    const visitors: Visitor[] = [];
    for (const fact of facts) {
      if (!isStreaming(fact)) continue;
      try {
        const gathering = fact.start(model as never);
        gatherings.set(fact.id, gathering);
        visitors.push({
          item: fact.item,
          ...(fact.only && { only: fact.only }),
          visit: guarded(gathering, (error) => entries.set(fact.id, { error: messageOf(error) })),
        });
      } catch (error) {
        entries.set(fact.id, { error: messageOf(error) });
      }
    }
    const broken = await failureOf(() => model.scan(visitors));
    for (const [id, gathering] of gatherings) {
      if (broken !== undefined) entries.set(id, { error: broken });
      if (entries.has(id)) continue;
      try {
        entries.set(id, { value: gathering.end() });
      } catch (error) {
        entries.set(id, { error: messageOf(error) });
      }
    }
  }
}

/** Why a walk broke off, as one over a file does that goes beyond a limit or is gone: what was gathered until then is no fact. */
async function failureOf(walk: () => void | Promise<void>): Promise<string | undefined> {
  try {
    await walk();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** A fact that a rule asked for could not be computed. */
class FactError extends Error {
  constructor(id: string, reason: string) {
    super(`The fact ${id} failed: ${reason}`);
    this.name = 'FactError';
  }
}

/** A visitor that stops listening after its first error, so that the walk goes on for the others. */
function guarded(gathering: Gathering<unknown>, onError: (error: unknown) => void): (item: unknown) => void {
  let isBroken = false;
  const visit = gathering.visit.bind(gathering) as (item: unknown) => void;
  return (item) => {
    if (isBroken) return;
    try {
      visit(item);
    } catch (error) {
      isBroken = true;
      onError(error);
    }
  };
}

/** Facts with those that they use before them, each once. */
function inOrder(facts: readonly Fact[], seen: Set<string> = new Set()): Fact[] {
  return facts.flatMap((fact) => {
    if (seen.has(fact.id)) return [];
    seen.add(fact.id);
    return [...('uses' in fact ? inOrder(fact.uses ?? [], seen) : []), fact];
  });
}
