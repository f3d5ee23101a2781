import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packageRoots } from './package-roots.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'preflag-test-')));
afterAll(() => rmSync(root, { recursive: true }));

function put(path: string, content: object | string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

test('the package of a file and its dependencies are found, and nothing beside them', () => {
  put('packages/app/package.json', { dependencies: { '@x/linked': '1', plain: '1' }, optionalDependencies: { absent: '1' } });
  put('packages/app/src/main.ts', '');
  put('packages/linked/package.json', { dependencies: { deep: '1', '@x/app': '1' } });
  put('packages/other/package.json', {});
  put('node_modules/plain/package.json', { dependencies: { nested: '1' }, devDependencies: { other: '1' } });
  put('node_modules/plain/node_modules/nested/package.json', {});
  put('node_modules/deep/package.json', {});
  put('node_modules/nested/package.json', {});
  put('node_modules/other/package.json', {});
  mkdirSync(join(root, 'node_modules/@x'));
  symlinkSync('../../packages/linked', join(root, 'node_modules/@x/linked'));
  symlinkSync('../../packages/app', join(root, 'node_modules/@x/app'));
  const { folders, links } = packageRoots(join(root, 'packages/app/src/main.ts'));
  expect(folders.map((folder) => folder.slice(root.length + 1)).toSorted()).toEqual([
    'node_modules/deep',
    'node_modules/plain',
    'node_modules/plain/node_modules/nested',
    'packages/app',
    'packages/linked',
  ]);
  expect(new Map([...links].map(([place, target]) => [place.slice(root.length + 1), target.slice(root.length + 1)]))).toEqual(
    new Map([
      ['node_modules/@x/linked', 'packages/linked'],
      ['node_modules/@x/app', 'packages/app'],
    ]),
  );
});
