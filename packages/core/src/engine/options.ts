import type { JsonObject, JsonSchema } from '../json.ts';

/** The options of a rule with the defaults of its schema, one level deep, as rule options are. */
export function withOptionDefaults(schema: JsonSchema | undefined, options: JsonObject | undefined): JsonObject {
  const properties = (schema?.['properties'] ?? {}) as Record<string, { default?: JsonObject[string] }>;
  const defaults = Object.entries(properties).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(defaults), ...options };
}
