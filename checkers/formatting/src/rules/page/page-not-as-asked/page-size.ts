/** Width and height in points, upright (ISO 216, ANSI/ASME Y14.1). */
const SIZES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A3: [841.9, 1190.6],
  A4: [595.3, 841.9],
  A5: [419.5, 595.3],
  B5: [498.9, 708.7],
  LETTER: [612, 792],
  LEGAL: [612, 1008],
  TABLOID: [792, 1224],
};

/** A page as a job asks for it: `A4`, `Letter landscape`. */
export interface PageSize {
  readonly name: string;
  /** Upright. */
  readonly width: number;
  readonly height: number;
  readonly orientation?: 'portrait' | 'landscape';
}

/** `undefined` for a size that is not known. */
export function parsePageSize(text: string): PageSize | undefined {
  const [, name = '', turned] = /^\s*(?:US )?([a-z]+\d?)(?:[\s,]+(portrait|landscape))?\s*$/i.exec(text) ?? [];
  const size = SIZES[name.toUpperCase()];
  if (!size) return undefined;
  const orientation = turned?.toLowerCase();
  return {
    name,
    width: size[0],
    height: size[1],
    ...((orientation === 'portrait' || orientation === 'landscape') && { orientation }),
  };
}

/** So many points apart is the same size: programs round. */
const TOLERANCE = 3;

export function isSize({ width, height }: { readonly width: number; readonly height: number }, size: PageSize): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return Math.abs(short - size.width) <= TOLERANCE && Math.abs(long - size.height) <= TOLERANCE;
}

/** `A4`, or `210 × 297 mm`. */
export function sizeName({ width, height }: { readonly width: number; readonly height: number }): string {
  const known = Object.entries(SIZES).find(([name, [short, long]]) => isSize({ width, height }, { name, width: short, height: long }));
  const mm = (points: number): number => Math.round((points * 25.4) / 72);
  return known ? known[0].charAt(0) + known[0].slice(1).toLowerCase() : `${mm(width)} × ${mm(height)} mm`;
}
