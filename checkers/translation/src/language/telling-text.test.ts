import { expect, it } from 'vitest';
import type { Segment } from '@preflag/readers';
import { tellingText } from './telling-text.ts';
import { plainTexts } from './translatable.ts';

const told = (segment: Segment, script: string): string => tellingText(segment, plainTexts(segment), script);

const BASE = { id: 'a', alignment: 'exact' } as const;

it.each([
  ['names that the source has', 'Save the Microsoft Cabinet archive', 'Microsoft Cabinet archyvas', 'Latn', 'archyvas'],
  ['words in capitals beside others', 'use FILE', 'použít SOUBOR zde', 'Latn', 'použít zde'],
  ['Latin letters in another script', 'Sun Type 6', '昇陽 Type 6 鍵盤', 'Hant', '昇陽 鍵盤'],
  ['options and what they take', 'use --level here', 'Izbira --level=5 je brez pomena', 'Latn', 'Izbira je brez pomena'],
])('leaves %s out', (_, source, target, script, expected) => {
  expect(told({ ...BASE, role: 'other', source, target }, script)).toBe(expected);
});

it.each([
  ['what was not translated', { source: 'Save the file', target: 'Save the file' }],
  ['code', { role: 'code', source: 'a', target: 'le fichier est là' }],
  ['messages of names only', { source: 'Germany', target: 'Deutschland' }],
] as const)('has nothing of %s', (_, segment) => {
  expect(told({ ...BASE, role: 'other', ...segment }, 'Latn')).toBe('');
});

it('keeps a text in capitals, and one in the wrong script as a whole', () => {
  expect(told({ ...BASE, role: 'paragraph', source: 'STOP', target: 'ARRÊTEZ TOUT' }, 'Latn')).toBe('ARRÊTEZ TOUT');
  expect(told({ ...BASE, role: 'paragraph', source: 'Stop', target: 'Le bureau est ouvert' }, 'Hang')).toBe('Le bureau est ouvert');
});
