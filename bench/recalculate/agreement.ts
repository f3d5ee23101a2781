import { cellAddress, DEFAULT_LIMITS } from '@preflag/core';
import { readWorkbook } from '@preflag/readers';
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ironCalc } from '../../checkers/spreadsheet/src/recalculate/ironcalc.ts';
import { RECALCULATION_LIMITS, recalculateWorkbook } from '../../checkers/spreadsheet/src/recalculate/recalculate-workbook.ts';
import { isSameValue } from '../../checkers/spreadsheet/src/recalculate/same-value.ts';
import { formulaPlaces } from './formula-places.ts';

interface Count {
  agree: number;
  differ: number;
  unsupported: number;
  files: Set<string>;
}

/** Recalculates the workbooks of a folder, and prints by function how many formulas with it agree with the values that they hold. */
export async function printAgreement(folder: string, show: number): Promise<void> {
  const root = resolve(folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.xls[xm]$/i.test(name))
    .toSorted();
  const calculator = ironCalc();
  const byFunction = new Map<string, Count>();
  const reasons = new Map<string, number>();
  let workbooks = 0;
  for (const file of files) {
    const result = await readWorkbook({ file, path: join(root, file) }, { limits: DEFAULT_LIMITS });
    if (!result.ok) continue;
    const workbook = result.model;
    const cells = formulaPlaces(workbook);
    if (cells.length === 0 || workbook.date1904) continue;
    workbooks += 1;
    const start = performance.now();
    const recalculated = await recalculateWorkbook(workbook, cells, calculator, { ms: 60_000, ...RECALCULATION_LIMITS });
    const ms = performance.now() - start;
    if (ms > 1000) console.log(`${relative(root, join(root, file))}: ${cells.length} formulas took ${(ms / 1000).toFixed(1)} s`);
    if (!recalculated) {
      console.log(`${file}: too many dependences`);
      continue;
    }
    if (recalculated.circles.length > 0)
      console.log(
        `CIRCLE ${file}: ${recalculated.circles.length}, ${recalculated.circles
          .map(
            ({ path, always }) =>
              path.map((id) => cellAddress(recalculated.graph.nodes[id]!.row, recalculated.graph.nodes[id]!.column)).join('>') + always,
          )
          .slice(0, 5)
          .join(' ')}`,
      );
    let shown = 0;
    for (const [id, outcome] of recalculated.outcomes.entries()) {
      const { sheet, row, column, parsed } = recalculated.graph.nodes[id]!;
      const model = workbook.sheets[sheet]!;
      const held = model.value(row, column);
      if (outcome.kind === 'unsupported') {
        const key = `${outcome.reason} ${outcome.detail ?? ''}`.slice(0, 40);
        reasons.set(key, (reasons.get(key) ?? 0) + 1);
      }
      const state =
        outcome.kind === 'unsupported'
          ? 'unsupported'
          : held === undefined
            ? 'uncached'
            : isSameValue(held, outcome.value, model.format(row, column))
              ? 'agree'
              : 'differ';
      if (state === 'differ' && outcome.kind === 'value') {
        shown += 1;
        if (shown <= show)
          console.log(
            `${file.slice(-50)} ${model.name}!${cellAddress(row, column)} =${model.formula(row, column)?.slice(0, 150)} | holds ${JSON.stringify(held)} | gives ${JSON.stringify(outcome.value)} | ${model.format(row, column)}`,
          );
      }
      if (state === 'uncached') continue;
      for (const name of parsed.functions.length > 0 ? parsed.functions : ['(operators)']) {
        const count = byFunction.get(name) ?? { agree: 0, differ: 0, unsupported: 0, files: new Set() };
        byFunction.set(name, count);
        count[state] += 1;
        count.files.add(file);
      }
    }
    if (shown > show) console.log(`${file.slice(-50)}: ${shown} differ`);
  }
  console.log(`${workbooks} workbooks`);
  console.log('| function | agree | differ | not supported | workbooks |\n|---|---|---|---|---|');
  for (const [name, { agree, differ, unsupported, files: own }] of [...byFunction].toSorted((a, b) => b[1].agree - a[1].agree))
    console.log(`| ${name} | ${agree} | ${differ} | ${unsupported} | ${own.size} |`);
  console.log('| not supported because | formulas |\n|---|---|');
  for (const [reason, count] of [...reasons].toSorted((a, b) => b[1] - a[1])) console.log(`| ${reason} | ${count} |`);
}
