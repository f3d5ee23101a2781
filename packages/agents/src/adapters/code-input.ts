import type { JsonObject } from '@preflag/core';

export interface CodeInput {
  readonly code: string;
}

/** A Standard Schema (https://standardschema.dev) that can be told as JSON Schema: what the AI SDK and others take as an input's schema. */
export interface InputSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'preflag';
    readonly types?: { readonly input: T; readonly output: T };
    validate(value: unknown): { readonly value: T } | { readonly issues: readonly { readonly message: string }[] };
    /** In words that all drafts share; the target is not looked at. */
    readonly jsonSchema: Readonly<Record<'input' | 'output', () => Record<string, unknown>>>;
  };
}

const JSON_SCHEMA = {
  type: 'object',
  properties: { code: { type: 'string', description: 'The module.' } },
  required: ['code'],
  additionalProperties: false,
} as const satisfies JsonObject;

export const CODE_INPUT: InputSchema<CodeInput> = {
  '~standard': {
    version: 1,
    vendor: 'preflag',
    validate: (value) => (isCodeInput(value) ? { value } : { issues: [{ message: "Give one object { code } with the module's text." }] }),
    jsonSchema: { input: () => structuredClone(JSON_SCHEMA), output: () => structuredClone(JSON_SCHEMA) },
  },
};

function isCodeInput(value: unknown): value is CodeInput {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
