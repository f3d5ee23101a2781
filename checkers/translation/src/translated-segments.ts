import type { Bitext, Segment } from '@preflag/readers';

/** A segment that has a text on both sides. */
export interface TranslatedSegment extends Segment {
  readonly source: string;
  readonly target: string;
  /** Without inline code and the like: the same offsets. */
  readonly sourceProse: string;
  readonly targetProse: string;
}

/** Every rule asks for them. */
const known = new WeakMap<Bitext, readonly TranslatedSegment[]>();

/** Segments with something to compare on both sides. Blocks of code are no translation. */
export function translatedSegments(model: Bitext): readonly TranslatedSegment[] {
  const own = known.get(model) ?? readSegments(model);
  known.set(model, own);
  return own;
}

function readSegments({ segments }: Bitext): TranslatedSegment[] {
  return segments.flatMap((segment) => {
    const { source, target, sourceProse, targetProse, role } = segment;
    if (role === 'code' || !source?.trim() || !target?.trim()) return [];
    return [{ ...segment, source, target, sourceProse: sourceProse ?? source, targetProse: targetProse ?? target }];
  });
}

/** Texts of programs (messages, menus) rather than of documents: what looks like a placeholder or a tag in them is one. */
export function isInterfaceText({ role }: Segment): boolean {
  return role === 'other';
}
