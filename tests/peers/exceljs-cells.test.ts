import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unaccepted } from '../../bench/workbook/accepted-differences.ts';
import { compareFiles } from '../../bench/workbook/compare-files.ts';

const root = fileURLToPath(new URL('../../../shared/data/spreadsheets', import.meta.url));
if (!existsSync(root)) process.stdout.write('The real workbooks are not beside the repository: the comparison with exceljs is skipped\n');

/** Larger files are left to bench/workbook/compare.ts, which takes minutes. */
const LARGEST = 100_000;

describe.skipIf(!existsSync(root))('workbooks of other programs', () => {
  it('have the cells, formulas and number formats that exceljs reads, but for what has a reason', async () => {
    const paths = globSync('**/*.{xlsx,xlsm}', { cwd: root })
      // Tasks come with several workbooks of the same make.
      .filter((path) => !/[/\\][23]_/.test(path))
      .map((path) => join(root, path))
      .filter((path) => statSync(path).size <= LARGEST)
      .toSorted();
    let compared = 0;
    const found: Record<string, readonly string[]> = {};
    for await (const { path, differences } of compareFiles(paths)) {
      if (differences[0]?.startsWith('exceljs')) continue;
      compared += 1;
      const open = unaccepted(differences);
      if (open.length > 0) found[path] = open.slice(0, 3);
    }
    expect(found).toEqual({});
    expect(compared).toBeGreaterThan(paths.length / 2);
  });
});
