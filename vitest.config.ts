import { defineConfig, type ViteUserConfig } from 'vitest/config';

const ssr = { resolve: { conditions: ['@preflag/source', 'node', 'import', 'default'] } };

/** `unit`: pure and fast, one process. `cross`: every rule on every other rule's clean example. `process`: what starts children. `system`: what crosses packages. */
const config: ViteUserConfig = defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        ssr,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'checkers/*/src/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['**/*.process.test.ts', '**/node_modules/**'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        ssr,
        test: {
          name: 'cross',
          include: ['tests/cross-clean/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        ssr,
        test: {
          name: 'process',
          include: ['packages/*/src/**/*.process.test.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ssr,
        test: {
          name: 'system',
          include: ['tests/*/**/*.test.ts'],
          exclude: ['tests/cross-clean/**', '**/node_modules/**'],
          globalSetup: ['tests/lib/build.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

export default config;
