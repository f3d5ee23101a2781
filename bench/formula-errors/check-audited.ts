import { cellAddress, parseRange, runRules, type Rule, type RuleResult } from '@preflag/core';
import { detectType, readTarget, type Sheet, type Workbook } from '@preflag/readers';
import type { AuditedWorkbook } from './audited-workbooks.ts';

type RawFinding = RuleResult['findings'][number];

export interface PlacedFinding {
  readonly finding: RawFinding;
  /** The addresses in its range that hold a formula or a number. */
  readonly cells: readonly string[];
  readonly isRight: boolean;
}

/** What the audit and the rules say of one sheet. */
export interface AuditedSheet {
  readonly workbook: string;
  readonly sheet: Sheet;
  readonly wrong: ReadonlySet<string>;
  readonly findings: readonly PlacedFinding[];
}

/** Runs rules over a workbook and sorts what they find by the sheets that were audited. */
export async function checkAudited({ name, path, wrong }: AuditedWorkbook, rules: readonly Rule[]): Promise<readonly AuditedSheet[]> {
  const { target } = await readTarget({
    file: { file: name, path },
    type: await detectType(path, name),
    job: null,
    deliverable: null,
    wanted: new Set(['workbook']),
  });
  const workbook = target.models.get('workbook') as Workbook | undefined;
  if (!workbook) throw new Error(`${name} could not be read as a workbook.`);
  const found: RawFinding[] = [];
  for await (const { check, findings } of runRules(
    rules.map((rule) => ({ rule })),
    target,
  )) {
    if (check.outcome === 'error') throw new Error(`${check.rule} on ${name}: ${check.reason?.text}`);
    found.push(...findings);
  }
  return [...wrong].flatMap(([sheetName, cells]) => {
    const sheet = workbook.sheet(sheetName);
    if (!sheet) return [];
    const own = found.filter(({ location }) => location.kind === 'cell' && location.sheet === sheet.name);
    return [{ workbook: name, sheet, wrong: cells, findings: own.map((finding) => placed(finding, sheet, cells)) }];
  });
}

function placed(finding: RawFinding, sheet: Sheet, wrong: ReadonlySet<string>): PlacedFinding {
  const range = finding.location.kind === 'cell' ? parseRange(finding.location.range) : undefined;
  const cells: string[] = [];
  if (range)
    for (let row = range.top; row <= Math.min(range.bottom, sheet.rowCount - 1); row += 1)
      for (let column = range.left; column <= Math.min(range.right, sheet.columnCount - 1); column += 1)
        if (sheet.formulaId(row, column) !== 0 || sheet.kind(row, column) === 'number') cells.push(cellAddress(row, column));
  return { finding, cells, isRight: cells.some((cell) => wrong.has(cell)) };
}
