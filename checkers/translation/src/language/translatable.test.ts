import { describe, expect, it } from 'vitest';
import { isCall, translatable } from './translatable.ts';

describe('translatable', () => {
  it.each([
    ['usage: foo [-a] [--name <name>] FILE...', 'usage: foo FILE...'],
    ['git tag [-a | -s [-u <key>]] [--[no-]sign] <name>', 'git tag'],
    ['Set PATH=/usr/bin and $HOME first', 'Set and first'],
    ['$ export DATA=old/data\nThen go on', 'Then go on'],
    ['lost %lu of %-10s at %.2f', 'lost of at'],
    ['one of a,b,c', 'one of'],
    ['see org.example.desktop.session now', 'see now'],
    ['see the note [below] and [above]', 'see the note [below] and [above]'],
    ['well-known facts - and more', 'well-known facts - and more'],
    ['50% of all, 3.5 more', '% of all, . more'],
  ])('of %j is %j', (text, expected) => {
    expect(translatable(text)).toBe(expected);
  });

  it('ends on brackets that nobody closes', () => {
    expect(translatable(`${'['.repeat(50_000)}${'[-a '.repeat(20_000)}`)).toContain('[');
    for (const sign of ['_', '-', '.', '(', '|', '<', 'a,', '$', '[a|'] as const)
      expect(translatable(sign.repeat(100_000))).toBeTypeOf('string');
  });
});

it.each([
  ['foo [-a] FILE', true],
  ['remove <file> first', true],
  ['The rent <rose', false],
  ['The rents rose - again', false],
])('isCall(%j) is %s', (text, expected) => {
  expect(isCall(text)).toBe(expected);
});
