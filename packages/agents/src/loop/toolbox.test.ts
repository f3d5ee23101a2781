import { setTimeout as sleep } from 'node:timers/promises';
import { PreflagError } from '@preflag/core';
import { type Tool, ToolError } from '@preflag/sandbox';
import { assert, asyncProperty, constantFrom, json, oneof, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createToolbox } from './toolbox.ts';

const add: Tool = {
  name: 'add',
  description: 'Adds.',
  parameters: {
    type: 'object',
    properties: {
      a: { type: 'number' },
      b: { type: 'number', minimum: 0 },
      deep: { type: 'object', properties: { c: { type: 'string' } } },
    },
    required: ['a'],
    additionalProperties: false,
  },
  run: ({ a, b = 0 }) => ({ sum: Number(a) + Number(b) }),
};
const make = (name: string, run: Tool['run']): Tool => ({ name, description: '', parameters: { type: 'object' }, run });
const tools: readonly Tool[] = [
  add,
  make('silent', () => undefined),
  make('long', () => 'x'.repeat(49_998) + 'yyyyyy'),
  make('broken', () => Promise.reject(new TypeError('no such thing in /home/me'))),
  make('picky', () => Promise.reject(new ToolError('Not on Sundays.'))),
  make('odd', () => 1n),
  make('hangs', () => new Promise(() => undefined)),
];
const box = createToolbox(tools);
const context = { signal: new AbortController().signal, isCutOff: false };

describe('a call is answered', () => {
  it.each<[string, string, string]>([
    ['add', '{"a":1,"b":2}', '{"sum":3}'],
    ['add', '', "The arguments of add are wrong: 'a' is missing."],
    ['silent', '', 'Done.'],
    ['silent', '{"any":1}', 'Done.'],
    ['add', '{"a":"1","b":-1,"x":2}', "The arguments of add are wrong: 'x' is not known; a must be number; b must be >= 0."],
    ['add', '{"a":1,"deep":{"c":1}}', 'The arguments of add are wrong: deep.c must be string.'],
    ['add', '[1]', 'The arguments of add must be one JSON object.'],
    ['add', 'null', 'The arguments of add must be one JSON object.'],
    [
      'add',
      '{"a":1',
      "The arguments of add are no JSON: Expected ',' or '}' after property value in JSON at position 6 (line 1 column 7).",
    ],
    ['sub', '{}', "There is no tool 'sub'. There are: add, silent, long, broken, picky, odd, hangs."],
    ['__proto__', '{}', "There is no tool '__proto__'. There are: add, silent, long, broken, picky, odd, hangs."],
    ['broken', '{}', 'broken failed.'],
    ['picky', '{}', 'picky failed: Not on Sundays.'],
    ['odd', '{}', 'odd failed.'],
    ['long', '{}', `${'x'.repeat(25_000)}\n[… 4 characters left out …]\n${'x'.repeat(24_994)}yyyyyy`],
  ])('%s %s', async (name, args, text) => {
    expect((await box.call({ id: 'i', name, arguments: args }, context)).text).toBe(text);
  });

  it.each([
    ['add', '{"a":1}', undefined],
    ['sub', '{}', "There is no tool 'sub'. There are: add, silent, long, broken, picky, odd, hangs."],
    ['broken', '{}', 'broken failed: no such thing in /home/me'],
  ])('and the log is told all: %s', async (name, args, refusal) => {
    expect((await box.call({ id: 'i', name, arguments: args }, context)).refusal).toBe(refusal);
  });

  it('not when the sandbox cannot be had', async () => {
    const none = createToolbox([make('code', () => Promise.reject(new PreflagError('sandbox', 'There is none.')))]);
    await expect(none.call({ id: 'i', name: 'code', arguments: '' }, context)).rejects.toMatchObject({ code: 'sandbox' });
  });

  it('that was cut off says so', async () => {
    const { text } = await box.call({ id: 'i', name: 'add', arguments: '{"a":' }, { ...context, isCutOff: true });
    expect(text).toBe('The arguments of add are no JSON: your answer reached its longest length before they ended; send less at a time.');
  });

  it('also when the run ends meanwhile and the tool does not care', async () => {
    const run = new AbortController();
    const answer = box.call({ id: 'i', name: 'hangs', arguments: '' }, { ...context, signal: run.signal });
    await sleep(1);
    run.abort();
    expect(await answer).toEqual({ text: 'hangs failed: The run is over.', refusal: 'hangs failed: The run is over.' });
  });

  it('whatever its arguments are', async () => {
    const names = oneof(constantFrom(...tools.slice(0, 6).map(({ name }) => name)), string());
    await assert(
      asyncProperty(names, oneof(string(), json()), async (name, text) => {
        const answer = await box.call({ id: 'i', name, arguments: text }, context);
        expect(answer.text.isWellFormed() && answer.text.length < 50_100).toBe(true);
      }),
    );
  });
});

it('a schema that is none is refused by the name of its tool', () => {
  const bad = { ...add, parameters: { type: 'objekt' } };
  expect(() => createToolbox([bad])).toThrow(PreflagError);
  expect(() => createToolbox([bad])).toThrow(/^The parameters of the tool 'add' are no JSON Schema: /);
});
