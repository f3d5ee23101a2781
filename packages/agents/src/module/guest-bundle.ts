import type { BuildOptions, Plugin } from 'esbuild';
import { guestImports } from './guest-imports.ts';

/** How code is bundled for the isolate: one ES module that imports nothing. */
export const GUEST_BUNDLE: BuildOptions & { readonly write: false; readonly metafile: true; readonly plugins: readonly Plugin[] } = {
  outfile: 'agent.js',
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2024',
  // Comments would carry paths of this machine into the isolate.
  minifyWhitespace: true,
  legalComments: 'none',
  sourcemap: 'external',
  sourcesContent: false,
  define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  // Only the files named in the metafile may have an influence, since they alone are compared.
  tsconfigRaw: '{}',
  plugins: [guestImports],
  logLevel: 'silent',
};
