const MAX_TEXT = 500;
const MAX_DEPTH = 4;
const MAX_ITEMS = 100;

/** A value as `console.log` shows it: texts as they are, other values like JSON, long and deep ones cut. */
export function describe(value: unknown): string {
  return typeof value === 'string' ? value : show(value, 0, []);
}

function show(value: unknown, depth: number, above: readonly unknown[]): string {
  if (typeof value === 'string') return JSON.stringify(value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return textOfError(value);
  if (above.includes(value)) return '[circular]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= MAX_DEPTH) return Array.isArray(value) ? '[array]' : '[object]';
  const inside = [...above, value];
  if (Array.isArray(value))
    return list(
      '[',
      value.slice(0, MAX_ITEMS + 1).map((item) => show(item, depth + 1, inside)),
      ']',
    );
  if (value instanceof Map)
    return `Map ${list(
      '{',
      Array.from(value, ([key, item]) => `${show(key, depth + 1, inside)} => ${show(item, depth + 1, inside)}`),
      '}',
    )}`;
  if (value instanceof Set)
    return `Set ${list(
      '{',
      Array.from(value, (item) => show(item, depth + 1, inside)),
      '}',
    )}`;
  return list(
    '{',
    Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${show(item, depth + 1, inside)}`),
    '}',
  );
}

function list(open: string, items: readonly string[], close: string): string {
  const shown = items.slice(0, MAX_ITEMS);
  return open + (items.length > MAX_ITEMS ? [...shown, '…'] : shown).join(', ') + close;
}

/** Name, message and stack of whatever was thrown, cut to a length that can be kept. */
export function textOfError(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `Thrown: ${describe(thrown)}`.slice(0, 2 * MAX_TEXT);
  // A guest can make anything of them.
  const [name, message, stack]: unknown[] = [thrown.name, thrown.message, thrown.stack];
  const head = `${String(name)}: ${String(message).slice(0, 2 * MAX_TEXT)}`;
  const frames = String(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('preflag:'));
  return [head, ...frames.slice(0, 8)].join('\n');
}
