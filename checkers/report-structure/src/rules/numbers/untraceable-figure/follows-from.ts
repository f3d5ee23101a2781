import type { Figure } from '../../../numbers/find-figures.ts';

/** Paragraphs with more figures hold lists of them, where everything follows from something. */
const MOST = 12;

/** True when a figure is the sum, the difference, the share, the change or the ratio of two others, rounded as it is shown. */
export function followsFrom(figure: Figure, others: readonly Figure[]): boolean {
  const known = others.filter((other) => other !== figure).slice(0, MOST);
  const size = Math.abs(figure.value);
  const slack = figure.step * 0.51 + (figure.isRough ? size * 0.05 : 0);
  const isShare = figure.unit === '%' || figure.unit === 'pp';
  return known.some((one) =>
    known.some((other) => {
      if (one === other) return false;
      const [a, b] = [one.value, other.value];
      const rounding = slack + (isShare ? 0 : (one.step + other.step) / 2);
      const results =
        isShare && one.unit !== '%' ? [(a / b) * 100, ((a - b) / b) * 100] : [a + b, a - b, ...(isShare ? [(a / b) * 100] : [a / b])];
      return results.some((value) => Math.abs(Math.abs(value) - size) <= rounding);
    }),
  );
}
