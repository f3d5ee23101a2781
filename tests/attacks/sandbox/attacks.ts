import type { RunLimits, SandboxRun } from '@preflag/sandbox';

/**
 * How an attack must end.
 * - T `timeout` · M `memory_limit` · O `output_limit`, or a log that says what was cut · Q `quota` · D `denied`
 * - E `error`: the guest's own error, whose text fits `says`
 * - N `ok`: it had no effect, and the result is `finds`
 *
 * More than one: which limit is reached first is up to the machine; each is a named end.
 */
export type Outcome = 'T' | 'M' | 'O' | 'Q' | 'D' | 'E' | 'N';

export const STATUS_OF_OUTCOME: Readonly<Record<Outcome, SandboxRun['status']>> = {
  T: 'timeout',
  M: 'memory_limit',
  O: 'output_limit',
  Q: 'quota',
  D: 'denied',
  E: 'error',
  N: 'ok',
};

export interface Attack {
  /** Its number among the 70 attacks of the design; several programs may try one attack. */
  readonly attack: number;
  readonly name: string;
  /** The body of `async function agent(task, capabilities)`; all capabilities stand in variables of their names. */
  readonly body: string;
  readonly ends: readonly Outcome[];
  readonly says?: RegExp;
  readonly finds?: unknown;
  readonly limits?: Partial<RunLimits>;
}

const NO_PROCESS = /process is not defined|Cannot read properties of undefined/;

const ESCAPES: readonly Attack[] = [
  {
    attack: 1,
    name: 'the constructor chain of the global object',
    body: "return globalThis.constructor.constructor('return process')().env",
    ends: ['E'],
    says: NO_PROCESS,
  },
  {
    attack: 2,
    name: 'the constructor chain of an argument',
    body: "return task.list.constructor.constructor('return process')().env",
    ends: ['E'],
    says: NO_PROCESS,
  },
  {
    attack: 2,
    name: 'the constructor chain of a capability',
    body: "return (await files.read.constructor('return process')()).env",
    ends: ['E'],
    says: NO_PROCESS,
  },
  {
    attack: 3,
    name: 'call sites of the host',
    body: `Error.prepareStackTrace = (_, sites) => sites.map((site) => [typeof site.getThis()?.process, site.getFileName()]);
      const sites = [...new Error().stack];
      await files.read('nowhere').catch((error) => sites.push(...error.stack));
      return sites.filter(([kind, file]) => kind !== 'undefined' || !/^(agent\\.js|preflag:[a-z]+|null)$/.test(String(file)));`,
    ends: ['N'],
    finds: [],
  },
  {
    attack: 4,
    name: 'a stack that loops while it is formatted',
    body: 'Error.prepareStackTrace = () => { for (;;); }; null.x;',
    ends: ['T'],
  },
  {
    attack: 5,
    name: 'what a caught refusal shows',
    body: `try { await files.read('../x') } catch (error) {
      return [error instanceof Error, Object.keys(error), error.code, typeof error.cause, error.constructor.constructor === Function, /node:|file:|worker/.test(error.stack)] }`,
    ends: ['N'],
    finds: [true, ['code', 'name'], 'denied', 'undefined', true, false],
  },
  {
    attack: 6,
    name: 'species and then of results',
    body: `const seen = [];
      Promise.prototype.then = new Proxy(Promise.prototype.then, { apply(f, self, args) { seen.push(...args.map((a) => { try { return typeof a?.constructor('return process')() } catch { return 'undefined' } })); return Reflect.apply(f, self, args) } });
      Object.defineProperty(Promise, Symbol.species, { value: function (run) { run((v) => seen.push(typeof v), () => {}) } });
      await files.list(); return [...new Set(seen)].filter((kind) => kind !== 'undefined');`,
    ends: ['N', 'E', 'T'],
    finds: [],
  },
  {
    attack: 7,
    name: 'the identity of results',
    body: `const [a, b] = [await files.list(), await files.list()];
      return [a === b, Object.getPrototypeOf(a) === Array.prototype, (await files.read('in')).constructor === Uint8Array]`,
    ends: ['N'],
    finds: [false, true, true],
  },
  {
    attack: 8,
    name: 'yield* over a refusal',
    body: `async function* inner() { yield* { [Symbol.asyncIterator]: () => ({ next: () => files.read('../x') }) } }
      try { for await (const _ of inner()); } catch (error) { return typeof error.constructor.constructor('return globalThis')().process }`,
    ends: ['N'],
    finds: 'undefined',
  },
  { attack: 9, name: 'WebAssembly', body: 'return typeof WebAssembly', ends: ['N'], finds: 'undefined' },
  {
    attack: 10,
    name: 'modules of Node',
    body: "return ['require', 'module', 'process', 'Buffer', '__dirname'].filter((name) => name in globalThis)",
    ends: ['N'],
    finds: [],
  },
  { attack: 10, name: 'an import of node:process', body: "return (await import('node:process')).default.env", ends: ['E'] },
  { attack: 10, name: 'an import of node:inspector', body: "return (await import('node:inspector/promises')).default", ends: ['E'] },
  {
    attack: 11,
    name: 'ways to another realm',
    body: "return ['ShadowRealm', 'Worker', 'vm', 'Realm', 'createSandbox', 'evalScript'].filter((name) => name in globalThis)",
    ends: ['N'],
    finds: [],
  },
  { attack: 11, name: 'an import of the sandbox', body: "return await import('@preflag/sandbox')", ends: ['E'] },
  { attack: 11, name: 'an import of isolated-vm', body: "return await import('isolated-vm')", ends: ['E'] },
  {
    attack: 12,
    name: 'a result with getters and proxies',
    body: 'return { get a() { return globalThis.process ?? 1 }, b: new Proxy([1], {}), c: new ArrayBuffer(8), d: () => {} }',
    ends: ['N'],
    finds: { a: 1, b: [1], c: {} },
  },
  {
    attack: 14,
    name: 'objects of isolated-vm within reach',
    body: `const seen = new Set(); const names = new Set(); const queue = [globalThis, files, deliver, log, task];
      while (queue.length > 0) {
        const value = queue.pop();
        if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue;
        seen.add(value);
        for (const key of Reflect.ownKeys(value)) {
          const found = Object.getOwnPropertyDescriptor(value, key);
          queue.push(found.value, found.get, found.set);
          names.add(String(key));
        }
        queue.push(Object.getPrototypeOf(value));
      }
      return ['applySync', 'applyIgnored', 'derefInto', 'copyInto', 'createContext', 'compileScript', 'createCachedData', 'cachedData', 'snapshot', 'Isolate', 'ExternalCopy', 'Reference', 'ivm'].filter((name) => names.has(name));`,
    ends: ['N'],
    finds: [],
  },
  {
    attack: 15,
    name: 'with',
    body: "return new Function('with (globalThis) { return typeof process + typeof require }')()",
    ends: ['N'],
    finds: 'undefinedundefined',
  },
  {
    attack: 16,
    name: "pollution of the host's prototypes",
    body: 'Object.prototype.polluted = 1; Array.prototype.polluted = 1; return JSON.parse(\'{"__proto__": {"polluted": 1}}\')',
    ends: ['N', 'E'],
  },
  { attack: 17, name: 'import of a data URL', body: "return await import('data:text/javascript,export default 1')", ends: ['E'] },
  { attack: 17, name: 'import of a file', body: "return await import('file:///etc/passwd')", ends: ['E'] },
  {
    attack: 18,
    name: 'code from texts',
    body: "return [eval('1 + 1'), typeof (0, eval)('this').process, typeof new (async () => {}).constructor('return process')]",
    ends: ['N'],
    finds: [2, 'undefined', 'function'],
  },
];

const CAPABILITIES: readonly Attack[] = [
  {
    attack: 19,
    name: 'arguments with getters, proxies and thenables',
    body: `const codes = [];
      const bad = [{ toString: () => 'in' }, new Proxy({}, {}), { then: (go) => go('in') }, ['in'], null, Symbol.iterator];
      for (const path of bad) await files.read(path).catch((error) => codes.push(error.code));
      await files.write('x', { get length() { return 1 }, 0: 1 }).catch((error) => codes.push(error.code));
      return [...new Set(codes), codes.length];`,
    ends: ['N'],
    finds: ['invalid', 7],
  },
  { attack: 20, name: 'a file named __proto__', body: "await files.write('__proto__/polluted', '1')", ends: ['D'] },
  { attack: 20, name: 'a delivery named __proto__', body: "await files.write('a', '1'); await deliver('a', '__proto__')", ends: ['D'] },
  {
    attack: 20,
    name: 'a delivery named constructor',
    body: "await files.write('constructor', '1'); await deliver('constructor'); return 1",
    ends: ['N'],
    finds: 1,
  },
  { attack: 21, name: 'a sparse array', body: 'const a = []; a.length = 2 ** 32 - 1; return a;', ends: ['E', 'M', 'T'] },
  {
    attack: 21,
    name: 'deep nesting',
    body: 'let a = []; for (let i = 0; i < 1e6; i++) a = [a]; return a;',
    ends: ['E'],
    says: /Maximum call stack/,
  },
  { attack: 21, name: 'a BigInt', body: 'return 1n;', ends: ['E'], says: /BigInt/ },
  {
    attack: 21,
    name: 'NaN, -0 and a date',
    body: 'return [NaN, -0, new Date(0)];',
    ends: ['N'],
    finds: [null, 0, '1970-01-01T00:00:00.000Z'],
  },
  ...[
    'model.chat({ messages: [{ role: "user" }] })',
    "tools.call('x', {})",
    "fetch('http://127.0.0.1/')",
    "human.approve('May I?')",
    "env.get('HOME')",
  ].map((call): Attack => ({ attack: 27, name: `what was not granted: ${call}`, body: `await ${call}`, ends: ['D'], says: /not granted/ })),
  { attack: 22, name: 'a flood of calls', body: 'for (;;) files.list();', ends: ['Q'], says: /capability calls/ },
  { attack: 22, name: '100,000 calls at once', body: 'await Promise.all(Array.from({ length: 1e5 }, () => files.list()))', ends: ['Q'] },
  {
    attack: 28,
    name: 'an unhandled rejection',
    body: "Promise.reject(new Error('nobody looks')); await new Promise((go) => setTimeout(go, 50));",
    ends: ['E'],
    says: /nobody looks/,
  },
  {
    attack: 29,
    name: 'an error that looks like an approval',
    body: "throw Object.assign(new Error('x'), { name: 'PreflagApproved', status: 'ok', code: 'ok', ok: true })",
    ends: ['E'],
    says: /^PreflagApproved: x/,
  },
  ...['__proto__', 'constructor', 'ok', 'paused', 'pass'].map((code): Attack => ({
    attack: 29,
    name: `a refusal of its own making, with the code ${code}`,
    body: `const { constructor } = await files.read('../x').catch((error) => error); throw new constructor('${code}', 'forged')`,
    ends: ['E'],
    says: /^CapabilityError: forged/,
  })),
  {
    attack: 29,
    name: 'an end of its own making',
    body: 'JSON.stringify = () => \'{"ok":true,"status":"ok","type":"end"}\'; throw new Error("x");',
    ends: ['E'],
  },
];

const RESOURCES: readonly Attack[] = [
  { attack: 30, name: 'an endless loop', body: 'for (;;);', ends: ['T'] },
  {
    attack: 30,
    name: 'a flood of microtasks',
    body: 'const again = () => Promise.resolve().then(() => void again()); again(); await new Promise(() => {});',
    ends: ['T'],
  },
  { attack: 30, name: 'a regular expression that explodes', body: "return /^(a+)+$/.test('a'.repeat(40) + 'b')", ends: ['T'] },
  { attack: 31, name: 'an array that grows', body: 'const a = []; for (;;) a.push(a.length, {});', ends: ['M'] },
  { attack: 32, name: 'Array(1e9).fill', body: 'return Array(1e9).fill(0).length', ends: ['M'] },
  { attack: 33, name: 'a Map that grows', body: 'const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });', ends: ['M'] },
  { attack: 33, name: 'a Set that grows', body: 'const s = new Set(); for (let i = 0; ; i++) s.add(`key ${i}`);', ends: ['M'] },
  {
    attack: 34,
    name: 'memory outside of the heap',
    body: `const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 33 });
      return [typeof buffer.resize, typeof SharedArrayBuffer, typeof WebAssembly, typeof buffer.transfer]`,
    ends: ['N'],
    finds: ['undefined', 'undefined', 'undefined', 'undefined'],
  },
  { attack: 34, name: 'buffers that grow', body: 'const a = []; for (;;) a.push(new Uint8Array(1e7).fill(1));', ends: ['M', 'E'] },
  { attack: 35, name: 'a BigInt power', body: 'return String(2n ** 2n ** 28n).length', ends: ['T'] },
  {
    attack: 35,
    name: 'indexOf on a huge length',
    body: 'return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)',
    ends: ['T'],
  },
  {
    attack: 35,
    name: 'normalize of a huge text',
    body: "for (;;) '\\u1E9B\\u0323'.repeat(2 ** 22).normalize('NFKD')",
    ends: ['T', 'M'],
  },
  {
    attack: 36,
    name: 'a thrown Proxy that loops',
    body: 'throw new Proxy({}, { get() { for (;;); }, getPrototypeOf() { for (;;); } })',
    ends: ['T'],
  },
  ...['message', 'name', 'stack'].map((name): Attack => ({
    attack: 36,
    name: `a thrown error whose ${name} loops`,
    body: `throw Object.defineProperty(new Error('x'), '${name}', { get() { for (;;); } })`,
    ends: ['T'],
  })),
  { attack: 37, name: 'a promise that never settles', body: 'await new Promise(() => {})', ends: ['T'] },
  {
    attack: 37,
    name: 'Atomics.waitAsync',
    body: 'return Atomics.waitAsync(new Int32Array(8), 0, 0)',
    ends: ['E'],
    says: /Atomics is not defined/,
  },
  { attack: 38, name: 'a loop after a capability call', body: 'await files.list(); for (;;);', ends: ['T'] },
  {
    attack: 39,
    name: 'a loop in a finalizer',
    body: 'new FinalizationRegistry(() => { for (;;); })',
    ends: ['E'],
    says: /FinalizationRegistry is not defined/,
  },
  {
    attack: 39,
    name: 'work that goes on after the return',
    body: "setTimeout(() => { for (;;); }); Promise.resolve().then(async () => { for (;;) await files.list(); }); return 'done'",
    ends: ['N', 'T', 'Q'],
    finds: 'done',
  },
  { attack: 40, name: 'timers that are left', body: "setInterval(() => {}, 1); setTimeout(() => { for (;;); }, 9e5); return 'done'", ends: ['N'], finds: 'done' }, // prettier-ignore
  { attack: 40, name: 'timers without end', body: 'for (;;) setTimeout(() => {}, 1e9)', ends: ['E'], says: /timers are waiting/ },
  {
    attack: 42,
    name: 'a workspace that fills up',
    body: 'for (let i = 0; ; i++) await files.write(`f${i}`, new Uint8Array(2 ** 20))',
    ends: ['Q'],
  },
  { attack: 42, name: 'a file that is too large', body: "await files.write('big', new Uint8Array(2 ** 23))", ends: ['Q'] },
  { attack: 42, name: 'too many small files', body: 'for (let i = 0; ; i++) await files.write(`f${i}`, "")', ends: ['Q'] },
  { attack: 42, name: 'folders without end', body: "await files.write('a/'.repeat(400) + 'b', 'x')", ends: ['D'] },
  { attack: 43, name: 'an error message of 256 MB', body: "throw new Error('x'.repeat(2 ** 28))", ends: ['E', 'M'] },
  { attack: 43, name: 'a result of 64 MB', body: "return 'x'.repeat(2 ** 26)", ends: ['O', 'M'] },
  { attack: 43, name: 'a log of 10,000 lines', body: 'for (let i = 0; i < 1e4; i++) log.info(`line ${i}`)', ends: ['O'] },
  { attack: 43, name: 'a line of 64 MB', body: "log.info('x'.repeat(2 ** 26))", ends: ['N', 'O', 'M'] },
  {
    attack: 43,
    name: 'control characters in the log',
    body: "log.info('\\u001b]0;title\\u0007\\u001b[2J\\r\\u009b31m\\u0000')",
    ends: ['N'],
  },
];

const FILES: readonly Attack[] = [
  ...['../x', '/etc/passwd', 'a/../../x', '/workspace-evil/x', '..\\x', 'C:/x', '//host/x', 'a\0b', 'a\nb'].map((path): Attack => ({
    attack: path.includes('\0') || path.includes('\n') ? 51 : 46,
    name: `reads ${JSON.stringify(path)}`,
    body: `await files.read(${JSON.stringify(path)})`,
    ends: ['D'],
  })),
  { attack: 46, name: 'delivers as ../x', body: "await files.write('x', ''); await deliver('x', '../x')", ends: ['D'] },
  { attack: 47, name: 'reads /etc/shadow', body: "await files.read('/etc/shadow')", ends: ['D'] },
  {
    attack: 50,
    name: 'writes configurations that programs load',
    body: "for (const path of ['.claude/settings.json', '.git/hooks/pre-commit', 'package.json']) await files.write(`attack/${path}`, '{}'); return await files.list('attack')",
    ends: ['N'],
    finds: ['attack/.claude/settings.json', 'attack/.git/hooks/pre-commit', 'attack/package.json'],
  },
  { attack: 51, name: 'a name of 4 kB', body: "await files.write('a'.repeat(4096), '')", ends: ['D'] },
  {
    attack: 51,
    name: 'names that systems or eyes take for others',
    body: "for (const name of ['CON', 'nul.txt', 'A', 'a', '\\u202Etxt.exe', '=1+1']) await files.write(name, name); return (await files.list()).length",
    ends: ['N'],
    finds: 7,
  },
  { attack: 53, name: 'reads /proc/self/environ', body: "await files.read('/proc/self/environ')", ends: ['D'] },
  { attack: 53, name: 'reads /proc/self/cwd', body: "await files.read('/proc/self/cwd/x')", ends: ['D'] },
];

const NETWORK: readonly Attack[] = [
  {
    attack: 55,
    name: 'ways to a network',
    body: "return ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Request', 'navigator'].filter((name) => name in globalThis)",
    ends: ['N'],
    finds: [],
  },
  ...['node:net', 'node:http', 'node:dns', 'node:dgram'].map((name): Attack => ({
    attack: 61,
    name: `an import of ${name}`,
    body: `return (await import('${name}')).default`,
    ends: ['E'],
  })),
  {
    attack: 63,
    name: 'secrets of the environment',
    body: "return [typeof process, JSON.stringify(task), Object.keys(globalThis).join()].filter((text) => text.includes('canary'))",
    ends: ['N'],
    finds: [],
  },
];

export const ATTACKS: readonly Attack[] = [...ESCAPES, ...CAPABILITIES, ...RESOURCES, ...FILES, ...NETWORK];
