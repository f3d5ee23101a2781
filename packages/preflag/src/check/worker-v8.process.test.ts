import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('sets a flag that this Node knows, without a word', () => {
  const script = `import { spareCpu } from ${JSON.stringify(new URL('worker-v8.ts', import.meta.url).href)};
    spareCpu(['document', 'bitext']); spareCpu(['table', 'update']);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
