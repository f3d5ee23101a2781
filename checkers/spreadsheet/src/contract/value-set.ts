import { foldText } from '@preflag/readers/sheets';

/** Values that others are looked up among. */
export interface ValueSet {
  readonly size: number;
  /** True where no more values could be held: what is not found may be there all the same. */
  readonly isCut: boolean;
  has(key: string): boolean;
  /** A value that is the same but for case and white space. */
  similar(key: string): string | undefined;
}

const MOST_VALUES = 2_000_000;

/** Holds values by their keys, which compare exactly. */
export function valueSet(keys: Iterable<string>): ValueSet {
  const values = new Set<string>();
  let isCut = false;
  for (const key of keys) {
    if (values.size < MOST_VALUES || values.has(key)) values.add(key);
    else isCut = true;
  }
  let folded: Map<string, string> | undefined;
  return {
    size: values.size,
    isCut,
    has: (key) => values.has(key),
    similar: (key) => (folded ??= new Map(Array.from(values, (value) => [foldText(value), value]))).get(foldText(key)),
  };
}
