/**
 * Takes away what defeats the limits of an isolate: memory outside of its heap (WebAssembly, shared and resizable buffers),
 * blocking (Atomics) and code that runs while garbage is collected. Must run before any guest code, since a captured
 * constructor could not be taken back.
 */
export function harden(): void {
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry']) {
    Reflect.deleteProperty(globalThis, name);
  }
  const prototype = ArrayBuffer.prototype;
  for (const name of ['resize', 'transfer', 'transferToFixedLength', 'maxByteLength', 'resizable']) Reflect.deleteProperty(prototype, name);
  const Native = ArrayBuffer;
  const Fixed = new Proxy(Native, {
    construct: (_target, [length], newTarget: NewableFunction) => Reflect.construct(Native, [length], newTarget) as ArrayBuffer,
  });
  prototype.constructor = Fixed;
  Object.defineProperty(globalThis, 'ArrayBuffer', { value: Fixed, writable: true, configurable: true });
}
