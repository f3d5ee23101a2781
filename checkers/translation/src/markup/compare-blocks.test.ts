import { expect, it } from 'vitest';
import { changeInBlock } from './compare-blocks.ts';

it.each([
  ['a comment', 'run(4); // start it\nmsg.total = 5', 'run(4); // starte es\nmsg.total = 5'],
  ['a string', 'say("Monday", 3)', 'say("Montag", 3)'],
  ['a text between tags', '<p class="x">Send 3</p>', '<p class="x">Schick 3</p>'],
  ['a template', 'Hello {{payload.name}}, today is {{date}}', 'Hallo {{payload.name}}, heute ist {{date}}'],
  ['the order of a date', 'on("12/31/2024")', 'on("31.12.2024")'],
  ['another block', 'a.b = 1\nc.d = 2', 'x.y = 7\nz.w = 8'],
])('lets pass: %s', (_, source, target) => {
  expect(changeInBlock(source, target)).toBeUndefined();
});

it.each([
  ['a number', 'wait(20)\nmsg.total = 5', 'wait(25)\nmsg.total = 5', { expected: '20', found: '25', offset: 5 }],
  [
    'a number in a comment',
    '<xml><t>at 28 degrees</t><b>4</b></xml>',
    '<xml><t>bei 25 Grad</t><b>4</b></xml>',
    { expected: '28', found: '25' },
  ],
  ['a name', 'msg.payload = 4', 'msg.nutzlast = 4', { expected: 'msg.payload', found: 'msg.nutzlast', offset: 0 }],
  ['a function', 'print(total_sum, 4)', 'drucke(total_sum, 4)', { expected: 'print', found: 'drucke' }],
])('finds: %s', (_, source, target, change) => {
  expect(changeInBlock(source, target)).toMatchObject(change);
});

it('ends on quotes and tags that nobody closes', () => {
  const code = `${'"<a '.repeat(20_000)}\n${'/*'.repeat(20_000)}`;
  expect(changeInBlock(`1 ${code} 4`, `1 ${code} 5`)).toMatchObject({ found: '5' });
});
