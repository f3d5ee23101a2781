import type { DeliveryModel, PackageModel } from './delivery.ts';
import type { Location, PlaceDescription } from './location.ts';
import type { Span } from './spans.ts';
import type { Surroundings } from './surroundings.ts';

/** What every model of a file, or of files together, can do. */
export interface Model {
  readonly kind: Reads;
  /** Path in the delivery; `.` for the delivery as a whole. */
  readonly file: string;
  /** Says what stands at a place. A place that is not in the model is described by its kind alone. */
  describe(at: Location): PlaceDescription;
  /**
   * What stands around a place, where there is more to show than {@link describe} says. `sourceSpans` are those of the text that the
   * place is a translation of.
   */
  surround?(at: Location, sourceSpans?: readonly Span[]): Surroundings | undefined;
}

/**
 * The models by the word that a rule reads. A package of readers adds its own:
 * `declare module '@preflag/core' { interface Models { workbook: Workbook } }`.
 */
export interface Models {
  manifest: DeliveryModel;
  package: PackageModel;
}

/** The words that a rule may read. */
export const READS = ['manifest', 'workbook', 'table', 'document', 'bitext', 'data', 'update', 'package'] as const;
export type Reads = (typeof READS)[number];

/** The model of a word; `Model` where no reader is known to the type checker. */
export type ModelOf<R extends Reads> = R extends keyof Models ? Models[R] : Model;

/**
 * A model that is walked once for all streaming facts. `visit` is called for each item
 * of the facts' kinds, in order; `only` narrows a visitor to some kinds of items.
 */
export interface Scannable {
  scan(visitors: readonly Visitor[]): void | Promise<void>;
}

export type ItemKind = 'row' | 'cell' | 'block';

export interface Visitor {
  readonly item: ItemKind;
  readonly only?: readonly string[];
  /** The item may be one object that is used again for the next call: copy what must stay. */
  visit(item: unknown): void;
}

export function isScannable(model: Model): model is Model & Scannable {
  return 'scan' in model && typeof model.scan === 'function';
}
