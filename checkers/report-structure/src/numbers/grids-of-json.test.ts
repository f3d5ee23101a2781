import type { Json } from '@preflag/core';
import { describe, expect, test } from 'vitest';
import { gridsOfJson } from './grids-of-json.ts';

/** Each table in a line: its name, its columns of labels, those of numbers, and how many rows it has. */
function tables(value: Json): readonly string[] {
  return gridsOfJson('a.json', value).made.map(({ grid: { name, labels, amounts, rowCount } }) => {
    const columns = amounts.map((column) => `${column.name}=${[...column.values].join(',')}`);
    return `${name}: ${[...labels.map((label) => label.name), ...columns].join(' ')} (${rowCount})`;
  });
}

test.each<[string, Json, readonly string[]]>([
  [
    'a list of objects',
    [
      { a: 'x', b: 1 },
      { a: 'y', b: 2 },
    ],
    ['a.json: a b=1,2 (2)'],
  ],
  ['objects in them', [{ a: 'x', b: { c: 1, d: { e: 2 } } }], ['a.json: a b.c=1 b.d.e=2 (1)']],
  ['a missing value', [{ b: 1 }, {}, { b: 3 }], ['a.json: b=1,NaN,3 (3)']],
  ['a list behind keys', { x: { list: [{ b: 1 }] } }, ["a.json, 'x › list': b=1 (1)"]],
  ['a list in a record', [{ a: 'x', list: [{ b: 1 }] }], ['a.json: a (1)', "a.json, 'list': b=1 (1)"]],
  ['objects by key', { north: { b: 1 }, south: { b: 2 } }, ['a.json: key b=1,2 (2)']],
  ['numbers of one object', { a: 1, b: 2, c: 'x' }, ['a.json: c a=1 b=2 (1)']],
  ['a list of numbers', { sales: [1, 2, 3] }, ["a.json, 'sales': sales=1,2,3 (3)"]],
  ['nothing that counts', [true, null, 'x'], []],
])('%s', (_, value, expected) => {
  expect(tables(value)).toEqual(expected);
});

describe('what is not taken in is said', () => {
  test.each<[string, Json]>([
    ['many columns', [Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`c${at}`, at]))]],
    ['many lists', Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`l${at}`, [{ a: at }]]))],
    ['lists deep down', Array.from({ length: 12 }).reduce<Json>((inner) => ({ x: inner }), [{ a: 1 }])],
  ])('%s', (_, value) => {
    expect(gridsOfJson('a.json', value).isCut).toBe(true);
  });
});
