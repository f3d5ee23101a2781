import ivm from 'isolated-vm';

/** The default export of a module on a task, in a new isolate and context of this process, as isolated-vm's README does it. */
export async function inIsolatedVm(code: string, task: object): Promise<unknown> {
  const isolate = new ivm.Isolate({ memoryLimit: 256 });
  const context = await isolate.createContext();
  const module = await isolate.compileModule(code);
  await module.instantiate(context, () => {
    throw new TypeError('no imports');
  });
  await module.evaluate();
  const agent = await module.namespace.get('default', { reference: true });
  const result: unknown = await agent.apply(undefined, [task], { arguments: { copy: true }, result: { copy: true }, timeout: 1000 });
  isolate.dispose();
  return result;
}

/** So many isolates, each with a context, that stay until the function is called. */
export async function holdIsolates(count: number): Promise<() => void> {
  const isolates = Array.from({ length: count }, () => new ivm.Isolate({ memoryLimit: 256 }));
  await Promise.all(isolates.map((isolate) => isolate.createContext()));
  return () => {
    for (const isolate of isolates) isolate.dispose();
  };
}
