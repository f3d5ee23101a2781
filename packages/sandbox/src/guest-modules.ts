import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type ivm from 'isolated-vm';

const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/**
 * Compiles the package's own modules for the isolate's realm, beginning with `guest/main`, and runs them. All in this thread:
 * handing over to another takes longer than the work.
 */
export function loadGuest(isolate: ivm.Isolate, context: ivm.Context): ivm.Module {
  const modules = new Map<string, ivm.Module>();
  const load = (name: string): ivm.Module => {
    const known = modules.get(name);
    if (known) return known;
    const compiled = isolate.compileModuleSync(sourceOf(name), { filename: `preflag:${name}` });
    modules.set(name, compiled);
    return compiled;
  };
  const main = load('main');
  main.instantiateSync(context, (specifier) => load(specifier.replace(/^\.\//, '').replace(/\.[jt]s$/, '')));
  main.evaluateSync();
  return main;
}

const sources = new Map<string, string>();

function sourceOf(name: string): string {
  const known = sources.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(fileURLToPath(new URL(`./guest/${name}${EXTENSION}`, import.meta.url)), 'utf8');
  const source = EXTENSION === '.ts' ? stripTypeScriptTypes(text) : text;
  sources.set(name, source);
  return source;
}
