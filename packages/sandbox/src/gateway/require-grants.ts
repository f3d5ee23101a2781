import { messageOf, PreflagError } from '@preflag/core';
import { requireFetchGrant } from './fetch/require-fetch-grant.ts';
import type { Grants, Tool } from './grants.ts';
import { compileSchema } from './validate.ts';

/** @throws {PreflagError} `usage` for a grant that cannot be kept, or that allows nothing while it reads as if it did */
export function requireGrants({ model, tools, fetch }: Grants): void {
  if (model?.maxCost !== undefined && !model.client.hasPrice) {
    throw new PreflagError(
      'usage',
      `A budget of $${model.maxCost} cannot be kept: no price is known for the model '${model.client.name}'. Give its price, or a budget in tokens.`,
    );
  }
  for (const key of ['maxTokens', 'maxCost', 'maxCalls'] as const) {
    const value = model?.[key];
    if (value !== undefined && !(value > 0)) throw new PreflagError('usage', `The model's ${key} is ${value}; it must be above 0.`);
  }
  if (tools) requireTools(tools);
  if (fetch) requireFetchGrant(fetch);
}

/** @throws {PreflagError} `usage` for two tools of one name, and for parameters that are no JSON Schema */
export function requireTools(tools: readonly Tool[]): void {
  const names = tools.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new PreflagError('usage', `Two tools have the name '${twice}'.`);
  for (const { name, parameters } of tools) {
    try {
      compileSchema(parameters);
    } catch (error) {
      throw new PreflagError('usage', `The parameters of the tool '${name}' are no JSON Schema: ${messageOf(error)}`, { cause: error });
    }
  }
}
