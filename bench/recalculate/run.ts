/**
 * Recalculates workbooks of 10,000 and 100,000 formulas, each in its own process, and prints time and memory.
 * `node --conditions=@preflag/source bench/recalculate/run.ts`
 * With `--corpus FOLDER` it prints instead, by function, how many formulas of the workbooks there agree with the values that they hold,
 * and those that do not (`--show N` of each workbook).
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printAgreement } from './agreement.ts';
import { KINDS } from './kinds.ts';

const { values } = parseArgs({ options: { corpus: { type: 'string' }, show: { type: 'string', default: '5' } } });
if (values.corpus === undefined) {
  console.log('formulas   kind                         wall s   computed   peak MB (before)');
  for (const kind of Object.keys(KINDS))
    for (const formulas of ['10000', '100000'])
      process.stdout.write(
        execFileSync(
          process.execPath,
          ['--conditions=@preflag/source', fileURLToPath(new URL('measure.ts', import.meta.url)), kind, formulas],
          {
            encoding: 'utf8',
          },
        ),
      );
} else await printAgreement(values.corpus, Number(values.show));
