import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type ivm from 'isolated-vm';

const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Compiles the package's own modules for the isolate's realm, beginning with `guest/main`. */
export async function loadGuest(isolate: ivm.Isolate, context: ivm.Context): Promise<ivm.Module> {
  const modules = new Map<string, Promise<ivm.Module>>();
  const load = (name: string): Promise<ivm.Module> => {
    const known = modules.get(name);
    if (known) return known;
    const compiled = isolate.compileModule(sourceOf(name), { filename: `preflag:${name}` });
    modules.set(name, compiled);
    return compiled;
  };
  const main = await load('main');
  await main.instantiate(context, (specifier) => load(specifier.replace(/^\.\//, '').replace(/\.[jt]s$/, '')));
  await main.evaluate();
  return main;
}

function sourceOf(name: string): string {
  const text = readFileSync(fileURLToPath(new URL(`./guest/${name}${EXTENSION}`, import.meta.url)), 'utf8');
  return EXTENSION === '.ts' ? stripTypeScriptTypes(text) : text;
}
