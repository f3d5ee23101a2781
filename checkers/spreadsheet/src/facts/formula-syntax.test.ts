import { expect, test } from 'vitest';
import { syntaxOf } from './formula-syntax.ts';

test.each([
  ['SUM(A1:B2)*2%', undefined],
  ['=A1+1', undefined],
  ['-A1^-2', undefined],
  ['5%*A1%', undefined],
  ['A1:INDEX(B:B,3)', undefined],
  ['SUM(A1#)+@B1:B9', undefined],
  ['IF(A1="a;b",{1;2},"x)")', undefined],
  ["SUM('It''s; (mine'!A1)", undefined],
  ['SUM(Orders[[#This Row],[Net; gross]])', undefined],
  ['SUM(A1,,B1)', undefined],
  ['SUM(A1 B1)', undefined],
  ['SUM(A1;B1)', { kind: 'separator', found: ';' }],
  ['A1**2', { kind: 'operator', found: '**' }],
  ['IF(A1==1,1,0)', { kind: 'operator', found: '==' }],
  ['IF(A1!=1,1,0)', { kind: 'operator', found: '!=' }],
  ['SUM(*A1)', { kind: 'operator', found: '*' }],
  ['SUM(A1', { kind: 'unclosed', found: '(' }],
  ['SUM(A1))', { kind: 'unopened', found: ')' }],
  ['A1+', { kind: 'unfinished', found: '+' }],
  ['A1&\u201Cx\u201D', { kind: 'character', found: '\u201C' }],
])('%s has the fault %j', (formula, fault) => {
  expect(syntaxOf(formula).fault).toEqual(fault);
});

test.each([
  ['A1--B1', '--'],
  ['A1 + -B1', '+-'],
  ['SUM(A1)++2', '++'],
  ['--(A1>1)', undefined],
  ['SUMPRODUCT(--(A1:A9>1),--(B1:B9))', undefined],
  ['A1*-1', undefined],
  ['A1="--"', undefined],
])('%s has the signs %s', (formula, doubled) => {
  expect(syntaxOf(formula).doubled).toBe(doubled);
});

test('functions are told as they are written, and how deep they stand', () => {
  expect(syntaxOf('IF(_xlfn.XLOOKUP(A1,B:B,C:C)>(Sum(D1)),Sum(E1),0)')).toMatchObject({
    functions: ['IF', '_xlfn.XLOOKUP', 'Sum'],
    depth: 2,
  });
});
