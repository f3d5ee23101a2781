/** A deep copy that keeps cycles, for the kinds of values that JSON-like data is made of. Functions and symbols are refused. */
export function structuredClone<T>(value: T): T {
  return copy(value, new Map()) as T;
}

function copy(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError('A function or symbol cannot be cloned.');
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  if (value instanceof Date) return keep(value, new Date(value.getTime()), seen);
  if (value instanceof RegExp) return keep(value, new RegExp(value.source, value.flags), seen);
  if (value instanceof ArrayBuffer) return keep(value, value.slice(0), seen);
  if (ArrayBuffer.isView(value)) return copyView(value, seen);
  if (value instanceof Error) return keep(value, new Error(value.message), seen);
  if (Array.isArray(value)) return fill(value, keep(value, Array.from({ length: value.length }), seen), seen);
  if (value instanceof Map) {
    const map = keep(value, new Map<unknown, unknown>(), seen);
    for (const [key, item] of value) map.set(copy(key, seen), copy(item, seen));
    return map;
  }
  if (value instanceof Set) {
    const set = keep(value, new Set<unknown>(), seen);
    for (const item of value) set.add(copy(item, seen));
    return set;
  }
  return fill(value, keep(value, {}, seen), seen);
}

function keep<C>(original: object, clone: C, seen: Map<object, unknown>): C {
  seen.set(original, clone);
  return clone;
}

function fill(source: object, target: object, seen: Map<object, unknown>): object {
  for (const [key, item] of Object.entries(source)) {
    Object.defineProperty(target, key, { value: copy(item, seen), writable: true, enumerable: true, configurable: true });
  }
  return target;
}

function copyView(view: ArrayBufferView, seen: Map<object, unknown>): unknown {
  const buffer = copy(view.buffer, seen);
  const length = view instanceof DataView ? view.byteLength : (view as Uint8Array).length;
  return keep(view, Reflect.construct(view.constructor, [buffer, view.byteOffset, length]), seen);
}
