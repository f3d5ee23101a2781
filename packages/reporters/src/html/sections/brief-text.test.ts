import { describe, expect, it } from 'vitest';
import { briefText } from './brief-text.ts';

describe('briefText', () => {
  it.each([
    [
      '# Pack\r\n\n1. **a.xlsx**: set to *closed*, see `in/b.csv`.',
      '<strong>Pack</strong>\n\n1. <strong>a.xlsx</strong>: set to <em>closed</em>, see <code>in/b.csv</code>.',
    ],
    ['2 * 3 * 4, 2*3*4, a_b_c, #5, ** x', '2 * 3 * 4, 2*3*4, a_b_c, #5, ** x'],
    ['**<b>** `</code>`', '<strong>&#60;b&#62;</strong> <code>&#60;/code&#62;</code>'],
  ])('%s', (brief, markup) => {
    expect(
      briefText(brief)
        .map((part) => part.markup)
        .join(''),
    ).toBe(markup);
  });

  it('takes a line of stars in its stride', () => {
    expect(briefText('*a'.repeat(10_000))).toHaveLength(1);
  });
});
