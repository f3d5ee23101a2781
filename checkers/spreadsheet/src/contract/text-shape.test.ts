import { describe, expect, it } from 'vitest';
import { compilePattern } from '@preflag/core';
import { addShape, patternOf, shapeOf, type Shape } from './text-shape.ts';

describe('the shape of codes', () => {
  it.each([
    [['00017', '00402'], String.raw`\d{5}`],
    [['INV-7', 'INV-1042'], String.raw`[A-Z]{3}-\d+`],
    [['a1.b(2)', 'c3.d(4)'], String.raw`[a-z]\d\.[a-z]\(\d\)`],
    [['X1/2', 'Y3/4'], String.raw`[A-Z]\d\/\d`],
  ])('%j', (texts, pattern) => {
    const [first = '', ...others] = texts;
    const shape = others.reduce<Shape | undefined>((joined, text) => joined && addShape(joined, text), shapeOf(first));
    expect(patternOf(shape ?? [])).toBe(pattern);
    const isMatch = compilePattern(pattern);
    expect(texts.map((text) => isMatch(text))).toEqual(texts.map(() => true));
  });

  it.each(['North', 'two words 2', '', `A${'1'.repeat(50)}`])('%j is no code', (text) => {
    expect(shapeOf(text)).toBeUndefined();
  });

  it('of texts that are built otherwise there is none', () => {
    expect(addShape(shapeOf('A1') ?? [], '1A')).toBeUndefined();
  });
});
