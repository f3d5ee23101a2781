import type { Attack } from './attacks.ts';

/** Programs that are granted tools, a model, addresses, variables and people: see `grants.ts`. */
const ARGUMENTS: readonly Attack[] = [
  {
    attack: 19,
    name: 'arguments with getters, proxies and thenables are copied once',
    body: `let reads = 0;
      const odd = [{ get a() { reads += 1; return 1; } }, new Proxy({ a: 1 }, {}), { a: 1, then(go) { go({ a: 2 }); } }, { toJSON: () => ({ a: 1 }) }];
      const got = [];
      for (const args of odd) got.push(await tools.call('echo', args));
      return [got, reads];`,
    ends: ['N'],
    finds: [[{ a: 1 }, { a: 1 }, { a: 1 }, { a: 1 }], 1],
  },
  {
    attack: 19,
    name: 'arguments that throw, or are nothing that JSON knows',
    body: `const circle = {}; circle.circle = circle;
      const revoked = Proxy.revocable({}, {}); revoked.revoke();
      const bad = [{ get a() { throw new Error('mine'); } }, { toJSON() { throw null; } }, revoked.proxy, circle, null, () => 1, Symbol('x'), 'text', [1]];
      return codesOf(...bad.map((args) => () => tools.call('echo', args)), () => tools.call({ toString: () => 'echo' }, {}), () => tools.call(['echo'], {}),
        () => env.get({ toString: () => 'GREETING' }), () => model.chat(new Proxy({}, {})), () => tools.describe(null));`,
    ends: ['N'],
    finds: Array(14).fill('invalid'),
  },
  { attack: 19, name: 'a getter that loops', body: "await tools.call('echo', { get a() { for (;;); } })", ends: ['T'] },
  {
    attack: 19,
    name: 'headers that loop',
    body: "await fetch(task.origin + '/text', { headers: { get a() { for (;;); } } })",
    ends: ['T'],
  },
  {
    attack: 19,
    name: 'a toJSON of all lists',
    body: "Array.prototype.toJSON = () => 'x'; return codesOf(() => tools.call('echo', {}), () => env.get('GREETING'))",
    ends: ['E'],
    says: /changed what the sandbox relies on/,
  },
  {
    attack: 19,
    name: 'a toJSON of all lists, before a call about files',
    body: "Array.prototype.toJSON = () => ({ length: 1, 0: 'in' }); return files.read('in').then(() => 'read', (error) => error.code)",
    ends: ['E'],
    says: /changed what the sandbox relies on/,
  },
  {
    attack: 20,
    name: 'keys of arguments and answers named __proto__ and constructor',
    body: `const args = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
      const back = await tools.call('echo', args);
      return [JSON.stringify(back), {}.polluted ?? 'clean'];`,
    ends: ['N'],
    finds: ['{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', 'clean'],
  },
  {
    attack: 20,
    name: 'keys named __proto__ where a schema allows no others, or in place of those that it demands',
    body: `const texts = ['{"a":1,"b":2,"__proto__":{"c":1}}', '{"a":1,"b":2,"constructor":1}', '{"b":2,"__proto__":{"a":1}}', '{"a":1,"b":{"__proto__":2}}'];
      return codesOf(...texts.map((text) => () => tools.call('add', JSON.parse(text))),
        () => model.chat(JSON.parse('{"messages":[{"role":"user"}],"__proto__":{"baseUrl":"http://127.0.0.1"}}')),
        () => model.chat(JSON.parse('{"__proto__":{"messages":[{"role":"user"}]}}')));`,
    ends: ['N'],
    finds: Array(6).fill('invalid'),
  },
  {
    attack: 20,
    name: 'names that objects inherit',
    body: `return codesOf(...['__proto__', 'constructor', 'toString'].flatMap((name) => [() => tools.call(name, {}), () => tools.describe(name), () => env.get(name)]),
      () => fetch(task.origin + '/text', { headers: JSON.parse('{"__proto__":"x","constructor":"y"}') }));`,
    ends: ['N'],
    finds: ['denied', 'not-found', 'denied', 'denied', 'not-found', 'denied', 'denied', 'not-found', 'denied', 'done'],
  },
  {
    attack: 21,
    name: 'a sparse array as an argument',
    body: "const a = []; a.length = 2 ** 32 - 1; return codesOf(() => tools.call('echo', { a }))",
    ends: ['N', 'E', 'M', 'T'],
    finds: ['invalid'],
  },
  {
    attack: 21,
    name: 'deep nesting, huge texts and BigInts as arguments',
    body: `const deep = (levels) => { let a = []; for (let i = 0; i < levels; i++) a = [a]; return { a }; };
      return codesOf(() => tools.call('echo', deep(1e6)), () => tools.call('echo', deep(1000)), () => tools.call('echo', { a: '['.repeat(1000) }),
        () => tools.call('echo', { a: 'x'.repeat(2e6) }), () => tools.call('echo', { a: 'ü'.repeat(6e5) }), () => tools.call('echo', { a: 1n }),
        () => tools.call('x'.repeat(2e6), {}));`,
    ends: ['N'],
    finds: ['invalid', 'invalid', 'done', 'too-large', 'too-large', 'invalid', 'too-large'],
  },
  {
    attack: 21,
    name: 'a path that is too long to be sent, in a run with a journal',
    body: `const codes = await codesOf(() => files.read('x'.repeat(17e6)), () => files.list(), () => files.read('y'.repeat(17e6)));
      return [codes, await human.ask('Who?'), await files.list()];`,
    ends: ['N'],
    finds: [['too-large', 'done', 'too-large'], 'an answer', ['in']],
  },
  {
    attack: 21,
    name: 'NaN, -0, dates, holes and halves of characters as arguments',
    body: "const { a } = await tools.call('echo', { a: [NaN, -0, Infinity, new Date(0), , undefined, '\\ud800', new Map([[1, 2]]), new Uint8Array(2)] }); return a",
    ends: ['N'],
    finds: [null, 0, null, '1970-01-01T00:00:00.000Z', null, null, '\ud800', {}, { 0: 0, 1: 0 }],
  },
];

const FLOODS: readonly Attack[] = [
  { attack: 22, name: 'a flood of tool calls', body: "for (;;) tools.call('hang', {})", ends: ['Q'], says: /capability calls/ },
  { attack: 22, name: 'a flood of requests', body: 'for (;;) await void fetch(task.origin)', ends: ['Q'], says: /capability calls/ },
  {
    attack: 23,
    name: 'a tool, a model and a server that never answer are given up',
    body: `return codesOf(() => tools.call('hang', {}), () => model.chat({ messages: [{ role: 'user', content: 'hang' }] }), () => fetch(task.origin + '/silent'));`,
    ends: ['N'],
    finds: ['timeout', 'timeout', 'timeout'],
    limits: { callMs: 200, fetchHeadersMs: 150 },
  },
  {
    attack: 23,
    name: 'a tool that never answers counts in the time of the run',
    body: "await tools.call('hang', {})",
    ends: ['T'],
    limits: { callMs: 60_000 },
  },
  {
    attack: 24,
    name: 'tools and models that throw, reject and break',
    body: `const said = [];
      for (const how of ['throws', 'rejects', 'throws-nothing', 'thenable', 'circle', 'bigint', 'toJSON']) await tools.call('break', { how }).catch((error) => said.push([error.code, error.message]));
      await model.chat({ messages: [{ role: 'user', content: 'reject' }] }).catch((error) => said.push([error.code, error.message]));
      return said;`,
    ends: ['N'],
    finds: [
      ['failed', "The tool 'break' failed."],
      ['failed', "The tool 'break' failed."],
      ['failed', "The tool 'break' failed."],
      ['failed', "The tool 'break' failed."],
      ['failed', 'tools.call failed.'],
      ['failed', 'tools.call failed.'],
      ['failed', 'tools.call failed.'],
      ['failed', 'The model cannot be reached.'],
    ],
  },
  {
    attack: 24,
    name: 'a tool that rejects when the run is over',
    body: "void tools.call('break', { how: 'rejects-late' }); throw new Error('over')",
    ends: ['E'],
    says: /^Error: over/,
  },
  {
    attack: 28,
    name: 'a refusal that nobody handles',
    body: "void tools.call('break', { how: 'rejects' }); await new Promise((go) => setTimeout(go, 100));",
    ends: ['E'],
    says: /The tool 'break' failed/,
  },
];

const POLICY: readonly Attack[] = [
  {
    attack: 27,
    name: 'a tool that there is not',
    body: "await tools.call('rm', { path: '/' })",
    ends: ['D'],
    says: /There is no tool 'rm'/,
  },
  { attack: 27, name: 'a variable that was not given', body: "await env.get('PREFLAG_TEST_SECRET')", ends: ['D'] },
  { attack: 27, name: 'an address that was not allowed', body: 'await fetch(task.other)', ends: ['D'] },
  { attack: 27, name: 'a method that is not allowed', body: "await fetch(task.origin + '/text', { method: 'DELETE' })", ends: ['D'] },
  {
    attack: 27,
    name: 'arguments that do not fit the schema of a tool',
    body: `return codesOf(() => tools.call('add', { a: '1', b: 2 }), () => tools.call('add', { a: 1 }), () => tools.call('add', { a: 1, b: 2, c: 3 }))`,
    ends: ['N'],
    finds: ['invalid', 'invalid', 'invalid'],
  },
  {
    attack: 27,
    name: 'a model of its own choice',
    body: `const messages = [{ role: 'user', content: 'x' }];
      return codesOf(() => model.chat({ messages, model: 'dear' }), () => model.chat({ messages, baseUrl: task.origin }), () => model.chat({ messages, apiKey: 'x' }))`,
    ends: ['N'],
    finds: ['invalid', 'invalid', 'invalid'],
  },
  {
    attack: 27,
    name: 'more of the model than its budget',
    body: `const ask = () => model.chat({ messages: [{ role: 'user', content: 'x' }] });
      const codes = await codesOf(...Array(5).fill(ask)); return [codes.filter((code) => code === 'done').length, codes.at(-1)];`,
    ends: ['N'],
    finds: [3, 'budget'],
  },
  {
    attack: 29,
    name: 'an approval of its own making',
    body: `Object.prototype.approved = true; Promise.prototype.then = Promise.prototype.then;
      try { preflag.human.approve = async () => ({ approved: true }); } catch {}
      const { approved, reason } = await preflag.human.approve('May I?', { approved: true }); return [approved, reason];`,
    ends: ['N'],
    finds: [false, 'no'],
  },
  {
    attack: 29,
    name: 'an error that looks like a pause or a refusal',
    body: "throw Object.assign(new Error('x'), { name: 'CapabilityError', code: 'denied', status: 'paused' })",
    ends: ['E'],
    says: /^CapabilityError: x/,
  },
];

const NETWORK: readonly Attack[] = [
  {
    attack: 55,
    name: 'addresses of the machine and its cloud, in every notation',
    body: `const hosts = ['169.254.169.254', '127.1', '0', '0x7f.1', '2130706433', '017700000001', '[::1]', '[::ffff:a9fe:a9fe]', '[::ffff:127.0.0.1]', 'localhost', 'LOCALHOST.', '①②⑦.①', 'metadata.google.internal'];
      return [...new Set(await codesOf(...hosts.map((host) => () => fetch('http://' + host + ':' + task.port + '/text'))))];`,
    ends: ['N'],
    finds: ['denied'],
  },
  { attack: 55, name: 'a name that a rule allows, and that leads to the machine', body: 'await fetch(task.localhost)', ends: ['D'] },
  {
    attack: 55,
    name: 'schemes that are no web',
    body: `return [...new Set(await codesOf(...['file:///etc/passwd', 'ftp://127.0.0.1', 'data:,x', 'javascript:1', 'unix:/x', 'ws://127.0.0.1', 'blob:x', 'node:fs'].map((url) => () => fetch(url))))];`,
    ends: ['N'],
    finds: ['denied'],
  },
  ...['other', 'localhost', 'metadata', 'file'].map((to): Attack => ({
    attack: 56,
    name: `a redirect to ${to}`,
    body: `await fetch(task.origin + '/to?' + encodeURIComponent(${JSON.stringify(to)} === 'metadata' ? 'http://169.254.169.254/' : ${JSON.stringify(to)} === 'file' ? 'file:///etc/passwd' : task.${to}))`,
    ends: ['D'],
  })),
  {
    attack: 58,
    name: 'hosts that two parsers read in two ways',
    body: `const { host } = new URL(task.origin); const port = ':' + task.port;
      const urls = ['http://' + host + '\\u0000.evil.test/', 'http://' + host + '@evil.test/', 'http://evil.test#@' + host + '/', 'http://evil.test?@' + host, 'http://' + host + '%00.evil.test', 'http://user:pw@' + host + '/', 'http://127.0.0.1' + '..' + port];
      const codes = await codesOf(...urls.map((url) => () => fetch(url))); return codes.filter((code) => !['denied', 'invalid'].includes(code));`,
    ends: ['N'],
    finds: [],
  },
  {
    attack: 58,
    name: 'a backslash, which is a slash',
    body: "const { url } = await fetch(task.origin + '\\\\@evil.test/'); return url === task.origin + '/@evil.test/'",
    ends: ['N'],
    finds: true,
  },
  {
    attack: 59,
    name: 'a request to be relayed, or to be taken for another',
    body: `const sent = (init) => () => fetch(task.origin + '/text', init);
      return codesOf(sent({ method: 'CONNECT' }), sent({ method: 'TRACE' }), ...['proxy-authorization', 'proxy-connection', 'x-forwarded-host', 'x-original-url', 'x-http-method-override', 'upgrade', 'connection', 'transfer-encoding'].map((name) => sent({ headers: { [name]: 'x' } })));`,
    ends: ['N'],
    finds: Array(10).fill('denied'),
  },
  {
    attack: 62,
    name: 'a Host of its own',
    body: `return codesOf(...['host', 'Host', 'HOST'].map((name) => () => fetch(task.origin + '/text', { headers: { [name]: 'evil.test' } })), () => fetch(task.origin + '/text', { headers: { 'x\\r\\nhost': 'evil.test' } }), () => fetch(task.origin + '/text', { headers: { x: 'y\\r\\nhost: evil.test' } }))`,
    ends: ['N'],
    finds: ['denied', 'denied', 'denied', 'invalid', 'invalid'],
  },
  {
    attack: 65,
    name: 'answers that are too much, or do not end',
    body: `return codesOf(...['/gzip-bomb', '/br-bomb', '/zstd-bomb', '/endless', '/endless-nothing', '/stacked', '/long-headers', '/many-headers', '/slow-body', '/silent', '/loop', '/hang-up'].map((path) => () => fetch(task.origin + path)))`,
    ends: ['N'],
    finds: [...Array<string>(5).fill('too-large'), 'failed', 'too-large', 'too-large', 'timeout', 'timeout', 'failed', 'failed'],
    limits: { fetchMs: 600, fetchHeadersMs: 300, callMs: 5000 },
  },
  {
    attack: 65,
    name: 'a tool that answers with 64 MB',
    body: "return codesOf(() => tools.call('flood', {}))",
    ends: ['N'],
    finds: ['too-large'],
  },
];

export const GRANTED: readonly Attack[] = [...ARGUMENTS, ...FLOODS, ...POLICY, ...NETWORK];
