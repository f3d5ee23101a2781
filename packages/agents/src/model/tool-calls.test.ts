import type { ChatMessage, Json } from '@preflag/core';
import { assert, constantFrom, dictionary, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, toolCallsOf } from './tool-calls.ts';

const call = (id: string | undefined, args: Json): Json => ({
  ...(id !== undefined && { id }),
  type: 'function',
  function: { name: 'f', arguments: args },
});

describe('the calls of a message', () => {
  it.each<[string, ChatMessage, ReturnType<typeof toolCallsOf>['calls']]>([
    ['none', { content: 'hi' }, []],
    ['an empty list', { content: 'hi', tool_calls: [] }, []],
    ['null', { content: 'hi', tool_calls: null }, []],
    [
      'with ids',
      { tool_calls: [call('a', '{}'), call('b', '')] },
      [
        { id: 'a', name: 'f', arguments: '{}' },
        { id: 'b', name: 'f', arguments: '' },
      ],
    ],
    [
      'without ids',
      { tool_calls: [call(undefined, '{}'), call('', '{}')] },
      [
        { id: 'x0', name: 'f', arguments: '{}' },
        { id: 'x1', name: 'f', arguments: '{}' },
      ],
    ],
    ['with the object itself', { tool_calls: [call('a', { k: 1 })] }, [{ id: 'a', name: 'f', arguments: '{"k":1}' }]],
    [
      'that are none',
      { tool_calls: [null, { id: 'a' }, 7] },
      [
        { id: 'x0', name: '', arguments: '' },
        { id: 'a', name: '', arguments: '' },
        { id: 'x2', name: '', arguments: '' },
      ],
    ],
  ])('%s', (_, message, calls) => {
    expect(toolCallsOf(message, 'x').calls).toEqual(calls);
  });

  it('leave the message as it came, but for ids and the role that it lacks', () => {
    const whole = { role: 'assistant', content: null, extra_content: { a: [1] }, tool_calls: [call('a', '')] };
    expect(toolCallsOf(whole, 'x').message).toBe(whole);
    const bare = {
      tool_calls: [call('a', '{}'), { ...(call('', '{}') as object), extra_content: { google: { thought_signature: 's' } } }],
    };
    expect(toolCallsOf(bare, 'x').message).toEqual({
      role: 'assistant',
      tool_calls: [
        call('a', '{}'),
        { id: 'x1', type: 'function', function: { name: 'f', arguments: '{}' }, extra_content: { google: { thought_signature: 's' } } },
      ],
    });
  });

  it('can be had of any message, each with an id', () => {
    assert(
      property(dictionary(constantFrom('role', 'content', 'tool_calls', 'refusal'), jsonValue()), (message) => {
        const { calls, message: back } = toolCallsOf(message as ChatMessage, 'x');
        textOf(back);
        expect(calls.every(({ id, name, arguments: text }) => id !== '' && typeof name === 'string' && typeof text === 'string')).toBe(
          true,
        );
      }),
    );
  });
});

it.each<[string, ChatMessage, string]>([
  ['a text', { content: 'hi' }, 'hi'],
  ['null', { content: null }, ''],
  ['nothing', {}, ''],
  ['parts', { content: [{ type: 'thinking', thinking: 'hm' }, { type: 'text', text: 'Hel' }, 'l', { text: 'o' }] }, 'Hello'],
  ['a refusal', { content: null, refusal: 'I cannot.' }, 'I cannot.'],
])('what a message says: %s', (_, message, text) => {
  expect(textOf(message)).toBe(text);
});
