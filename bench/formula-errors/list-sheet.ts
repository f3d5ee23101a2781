import { cellAddress, parseRange } from '@preflag/core';
import type { Sheet } from '@preflag/readers';
import type { AuditedSheet } from './check-audited.ts';

/** Prints the findings of a sheet and the wrong cells that none of them meets, each with the formulas around it. */
export function listSheet({ workbook, sheet, wrong, findings }: AuditedSheet, around: number): void {
  const found = new Set(findings.flatMap(({ cells }) => cells));
  const missed = [...wrong].filter((cell) => !found.has(cell));
  if (findings.length === 0 && missed.length === 0) return;
  console.log(`\n# ${workbook} › ${sheet.name}`);
  for (const { finding, cells, isRight } of findings) {
    const hits = cells.filter((cell) => wrong.has(cell)).length;
    console.log(`${isRight ? 'right' : 'WRONG'} ${hits}/${cells.length} ${finding.certainty} ${finding.rule}: ${finding.message}`);
  }
  for (const cell of missed) console.log(`missed ${cell}: ${surroundings(sheet, cell, around)}`);
}

function surroundings(sheet: Sheet, address: string, around: number): string {
  const at = parseRange(address);
  if (!at) return '';
  const texts: string[] = [];
  for (let step = -around; step <= around; step += 1) if (step !== 0) texts.push(cellText(sheet, at.top + step, at.left));
  for (let step = -around; step <= around; step += 1) if (step !== 0) texts.push(cellText(sheet, at.top, at.left + step));
  return [`⟦${cellText(sheet, at.top, at.left)}⟧`, ...texts.filter((text) => text !== '')].join('  ');
}

function cellText(sheet: Sheet, row: number, column: number): string {
  if (row < 0 || column < 0) return '';
  const formula = sheet.formula(row, column);
  const text = formula === undefined ? sheet.text(row, column).slice(0, 20) : `=${formula.slice(0, 60)}`;
  return text === '' ? '' : `${cellAddress(row, column)} ${text}`;
}
