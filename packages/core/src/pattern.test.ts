import { describe, expect, it } from 'vitest';
import { compileFinder, compilePattern } from './pattern.ts';

describe('compilePattern', () => {
  it.each([
    [String.raw`\d{5}`, '01234', true],
    [String.raw`\d{5}`, '012345', false],
    ['a|bc', 'bc', true],
    ['a|bc', 'abc', false],
    [String.raw`\p{Lu}\p{Ll}+`, 'Ärger', true],
    ['Stra\\u00dfe', 'Straße', true],
    ['', 'x', false],
  ])('%s on %s: %s', (source, text, expected) => {
    expect(compilePattern(source)(text)).toBe(expected);
  });

  it.each([
    ['[', 'missing closing ]: `[`'],
    ['(?=a)b', 'invalid or unsupported Perl syntax: `(?=`'],
    [String.raw`(a)\1`, 'invalid escape sequence: `\\1`'],
    ['(?:a{1000}){1000}', 'invalid repeat count: `{1000}`'],
  ])('refuses %s', (source, message) => {
    expect(() => compilePattern(source)).toThrow(message);
  });

  it('comes to an end where backtracking would not', () => {
    expect(compilePattern('(?:a+)+b')('a'.repeat(50_000))).toBe(false);
    expect(compilePattern('(?:a|aa|a?)*b')('a'.repeat(50_000))).toBe(false);
  });
});

describe('compileFinder', () => {
  it('finds all matches, with their places in UTF-16 units', () => {
    expect(compileFinder(':[a-z]+')('😀 :name, :b')).toEqual([
      { text: ':name', offset: 3 },
      { text: ':b', offset: 10 },
    ]);
    expect(compileFinder('x')('abc')).toEqual([]);
  });

  it('finds empty matches, and ends', () => {
    expect(compileFinder('$')('abc')).toEqual([{ text: '', offset: 3 }]);
  });

  it('refuses what is no pattern', () => {
    expect(() => compileFinder('[')).toThrow('missing closing ]: `[`');
  });
});
