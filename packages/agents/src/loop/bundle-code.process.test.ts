import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleCode } from './bundle-code.ts';
import { CodeError } from './code-error.ts';

const CANARY = 'CANARY_OF_THE_HOST';
const folder = mkdtempSync(join(tmpdir(), 'preflag-test-'));
writeFileSync(join(folder, 'secret.json'), JSON.stringify({ canary: CANARY }));
writeFileSync(join(folder, 'secret.txt'), CANARY);
afterAll(() => rmSync(folder, { recursive: true }));

const ABSOLUTE = join(folder, 'secret.json');
const RELATIVE = `./${relative(process.cwd(), ABSOLUTE)}`;
const PATTERN = JSON.stringify(RELATIVE.replace('secret.json', ''));

describe('the bundler reads no file of the host for the code', () => {
  it.each([
    `import s from '${ABSOLUTE}'; console.log(s)`,
    `import s from '${ABSOLUTE}' with { type: 'json' }; console.log(s)`,
    `import s from '${join(folder, 'secret.txt')}' with { type: 'text' }; console.log(s)`,
    `import s from '${RELATIVE}'; console.log(s)`,
    `import s from 'file://${ABSOLUTE}'; console.log(s)`,
    `export { canary } from '${ABSOLUTE}'`,
    `console.log(await import('${ABSOLUTE}'))`,
    `console.log(require('${ABSOLUTE}'))`,
    `console.log(require.resolve('${ABSOLUTE}'))`,
    `const x = 'secret'; console.log(await import(${PATTERN} + x + '.json'))`,
    `const x = 'secret'; console.log(await import /* a */ (/* @vite-ignore */ ${PATTERN} + x + '.json'))`,
    `const x = 'secret'; console.log(\`\${await import(${PATTERN} + x + '.json')}\`)`,
    `const x = 'secret'; console.log(require(${PATTERN} + x + '.json'))`,
    `const x = 'secret'; console.log(req\\u0075ire(${PATTERN} + x + '.json'))`,
    `const x = 'secret'; console.log((require)(${PATTERN} + x + '.json'))`,
    `const x = 'secret'; console.log(require?.(${PATTERN} + x + '.json'))`,
    `console.log(1)\n//# sourceMappingURL=${ABSOLUTE}`,
    `console.log(1)\n/*@ sourceMappingURL=file://${ABSOLUTE} */`,
    `import s from 'exceljs/package.json'; console.log(s)`,
    `import s from 'esbuild'; console.log(s)`,
    `import s from 'data:text/plain,hi'; console.log(s)`,
    `import s from 'preflag-code:code.js'; console.log(s)`,
  ])('%s', async (code) => {
    const error: unknown = await bundleCode(code).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CodeError);
    expect(String(error)).not.toContain(CANARY);
  });
});

it.each([
  ['const a = 1;\nconst b = ;', 'code.js:2:11: Unexpected ";"'],
  ["import fs from 'node:fs'; fs", /^'node:fs' is a module of Node, which an agent does not have: use the files/],
  [
    "import _ from 'lodash'; _",
    "'lodash' cannot be imported, only exceljs, docx, papaparse, fflate. Files of the workspace: preflag.files.read(path)",
  ],
])('says what is wrong with %s', async (code, text) => {
  await expect(bundleCode(code)).rejects.toThrow(text);
});

it('takes types, texts that speak of imports, and libraries by name', async () => {
  const { code } = await bundleCode(
    `import { strToU8 } from 'fflate'; const n: number = 1; const { unparse } = await import('papaparse'); console.log('They require (a) and import (b)', n, strToU8, unparse);`,
  );
  expect(code).toContain('They require (a) and import (b)');
  expect(code).not.toMatch(/\bfrom ?"fflate"/);
});
