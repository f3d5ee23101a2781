import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** Libraries that an agent may import without installing them; the versions are this package's. */
const PROVIDED = ['exceljs', 'papaparse', 'fflate', 'docx'] as const;

const HERE = dirname(fileURLToPath(import.meta.url));
const SHIMS = 'preflag-shim';

/**
 * `docx` makes a Node Buffer only where there is one, but `Packer.toBuffer` is what its documentation shows first:
 * here it gives the same bytes as a Uint8Array.
 */
const DOCX = `import { Packer } from 'docx';
Packer.toBuffer = async (...args) => new Uint8Array(await Packer.toArrayBuffer(...args));
export * from 'docx';`;

/** What to use in the place of Node's modules. */
const INSTEAD: Readonly<Record<string, string>> = {
  fs: 'use the files of the capabilities: files.read, files.write, files.list',
  path: "join paths as texts: they are relative, with '/'",
  crypto: 'use crypto.randomUUID() or crypto.getRandomValues(), which are global',
  buffer: 'use Uint8Array, TextEncoder and TextDecoder, which are global',
  util: 'use TextEncoder and TextDecoder, which are global',
  timers: 'use setTimeout, which is global',
  zlib: "use 'fflate', which needs no installing",
  http: 'an agent has no network',
  https: 'an agent has no network',
  net: 'an agent has no network',
  dns: 'an agent has no network',
  child_process: 'an agent cannot start processes',
  worker_threads: 'an agent cannot start threads',
  os: 'an agent sees nothing of the machine',
  process: 'an agent sees nothing of the machine',
};

/** Resolves what is provided, and refuses Node's modules by name, with the place of the import. */
export const guestImports: Plugin = {
  name: 'preflag-guest-imports',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(?:${PROVIDED.join('|')})$`) }, async ({ path, kind, namespace, pluginData }) => {
      if (pluginData === SHIMS) return undefined;
      if (path === 'docx' && namespace !== SHIMS) return { path, namespace: SHIMS };
      return build.resolve(path, { kind, resolveDir: HERE, pluginData: SHIMS });
    });
    build.onLoad({ filter: /^docx$/, namespace: SHIMS }, () => ({ contents: DOCX, resolveDir: HERE, loader: 'js' }));
    build.onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/[a-z_]+)*$/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === SHIMS || !isBuiltin(path)) return undefined;
      if (!path.startsWith('node:')) {
        // A package may have the name of a module of Node, or a library may map it away for browsers.
        const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: SHIMS });
        if (found.errors.length === 0) return found;
      }
      return { errors: [{ text: refusal(path) }] };
    });
  },
};

function isBuiltin(path: string): boolean {
  return builtinModules.includes(path.replace(/^node:/, '')) || path.startsWith('node:');
}

function refusal(path: string): string {
  const name = path.replace(/^node:/, '').split('/')[0] ?? path;
  return `'${path}' is a module of Node, which an agent does not have: ${INSTEAD[name] ?? 'use what JavaScript itself has'}.`;
}
