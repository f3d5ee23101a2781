import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = dirname(import.meta.dirname);

/** The rooms from the bottom up. A package may import from rooms below its own, and from no other. */
const ROOMS: readonly (readonly string[])[] = [
  ['@preflag/core'],
  ['@preflag/supervisor'],
  ['@preflag/readers', '@preflag/sandbox'],
  ['@preflag/runs', '@preflag/reporters', '@preflag/agents', '@preflag/fixes', '@preflag/testing', '@preflag/checker-'],
  ['preflag'],
];

interface Package {
  readonly name: string;
  readonly folder: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  readonly version: string;
  readonly license: string;
}

const packages: readonly Package[] = globSync('{packages,checkers}/*/package.json', { cwd: root }).map((file) => {
  const json = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, Record<string, string>> & {
    name: string;
    version: string;
    license: string;
  };
  return {
    name: json.name,
    version: json.version,
    license: json.license,
    folder: dirname(file),
    dependencies: Object.keys(json['dependencies'] ?? {}),
    devDependencies: Object.keys(json['devDependencies'] ?? {}),
  };
});

const roomOf = (name: string): number =>
  ROOMS.findIndex((room) => room.some((entry) => name === entry || (entry.endsWith('-') && name.startsWith(entry))));
const isOurs = (name: string): boolean => name === 'preflag' || name.startsWith('@preflag/');

/** What a file imports, types apart: `import type` leaves no arrow behind. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)|import\.meta\.resolve\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** `@preflag/core/job` → `@preflag/core`. */
function packageOf(specifier: string): string {
  return specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '');
}

describe('arrows point one way', () => {
  it('knows the room of every package', () => {
    expect(packages.filter(({ name }) => roomOf(name) < 0).map(({ name }) => name)).toEqual([]);
  });

  it('in every package.json', () => {
    const wrong = packages.flatMap(({ name, dependencies }) =>
      dependencies
        .filter(isOurs)
        .filter((dependency) => roomOf(dependency) >= roomOf(name))
        .map((dependency) => `${name} → ${dependency}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(packages.map((one) => [one.name, one] as const))('in every file of %s', (name, { folder, dependencies, devDependencies }) => {
    const files = globSync(`${folder}/src/**/*.ts`, { cwd: root });
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) => {
      const isTest = /\.test\.ts$|\/plant\.ts$|plants\.ts$/.test(file);
      const allowed = new Set([name, ...dependencies, ...(isTest ? devDependencies : [])]);
      return importsOf(file)
        .filter((specifier) => isOurs(specifier) && !allowed.has(packageOf(specifier)))
        .map((specifier) => `${file} → ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('no rule loads all readers: their entry is for those who embed them', () => {
    const files = globSync('{checkers/*/src,packages/preflag/src/check}/**/*.ts', { cwd: root }).filter(
      (file) => !/\.test\.ts$|plants?\.ts$|check-in-process\.ts$|answer-fix\.ts$/.test(file),
    );
    const loadsAll = (file: string): boolean =>
      /^import (?!type )[^;]*from '@preflag\/readers';/m.test(readFileSync(join(root, file), 'utf8'));
    expect(files.filter(loadsAll)).toEqual([]);
  });

  it('testing is a dependency of nothing that ships but plants', () => {
    expect(packages.filter(({ dependencies }) => dependencies.includes('@preflag/testing')).map(({ name }) => name)).toEqual([]);
  });
});

describe('what ships', () => {
  it('has one version and one licence', () => {
    expect(new Set(packages.map(({ version }) => version)).size).toBe(1);
    expect(new Set(packages.map(({ license }) => license))).toEqual(new Set(['MIT']));
  });

  it('depends only on licences that let users embed us', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { license?: string; dev?: boolean; link?: boolean }>;
    };
    const FREE =
      /^\(?(MIT|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|MPL-2\.0|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|Python-2\.0|Zlib|MIT-0|WTFPL)( (AND|OR) .*)?\)?$/;
    /** Packages whose package.json names its licence in no way, or in an old one. */
    const READ_BY_HAND: Readonly<Record<string, string>> = {
      'node_modules/chainsaw': 'MIT/X11 in package.json',
      'node_modules/@ironcalc/wasm': 'MIT or Apache-2.0, in the old form of package.json',
      'node_modules/format': 'MIT, in the old form of package.json',
      'node_modules/buffers': "names none; exceljs's streaming reader brings it, which nothing here loads",
    };
    const shipped = Object.entries(lock.packages).filter(
      ([path, { dev, link }]) => path.startsWith('node_modules/') && dev !== true && link !== true,
    );
    expect(shipped.length).toBeGreaterThan(20);
    expect(
      shipped
        .filter(([path, { license }]) => !FREE.test(license ?? 'none') && READ_BY_HAND[path] === undefined)
        .map(([path, { license }]) => `${path}: ${license}`),
    ).toEqual([]);
  });
});
