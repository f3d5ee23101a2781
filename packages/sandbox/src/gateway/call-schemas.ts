import type { JsonSchema } from '@preflag/core';
import type { GrantCall } from '../frames.ts';

const TEXT = { type: 'string' } as const;
const QUESTION = [TEXT, {}] as const;

/** What each call takes, in order. */
export const CALL_SCHEMAS: Readonly<Record<GrantCall, JsonSchema>> = {
  'model.chat': list([
    {
      type: 'object',
      properties: {
        messages: { type: 'array', minItems: 1, items: { type: 'object', required: ['role'], properties: { role: TEXT } } },
        tools: {
          type: 'array',
          items: {
            type: 'object',
            properties: { name: TEXT, description: TEXT, parameters: { type: 'object' } },
            required: ['name', 'description', 'parameters'],
            additionalProperties: false,
          },
        },
        temperature: { type: 'number' },
        maxTokens: { type: 'integer', minimum: 1 },
        json: { type: 'boolean' },
      },
      required: ['messages'],
      additionalProperties: false,
    },
  ]),
  'tools.call': list([TEXT, { type: 'object' }]),
  'tools.search': list([TEXT]),
  'tools.describe': list([TEXT]),
  fetch: list([{ type: 'object' }]),
  'human.ask': list(QUESTION, 1),
  'human.approve': list(QUESTION, 1),
  'env.get': list([TEXT]),
};

function list(items: readonly JsonSchema[], least: number = items.length): JsonSchema {
  return { type: 'array', prefixItems: items, minItems: least, maxItems: items.length };
}
