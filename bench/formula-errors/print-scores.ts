import { CERTAINTIES, type Certainty, type Rule } from '@preflag/core';
import type { AuditedSheet, PlacedFinding } from './check-audited.ts';

/** Prints findings and cells by rule and by certainty, by workbook, and what was found in workbooks without any wrong cell. */
export function printScores(sheets: readonly AuditedSheet[], rules: readonly Rule[]): void {
  const all: Choice = () => true;
  console.log(
    '\n| rule | findings | right | precision | workbooks right / all | cells flagged | wrong cells found | precision | recall | F |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const { id } of rules) {
    printRow(id, sheets, ({ finding }) => finding.rule === id);
    for (const certainty of CERTAINTIES)
      printRow(`${id} ${certainty}`, sheets, ({ finding }) => finding.rule === id && finding.certainty === certainty);
  }
  for (const [index, certainty] of CERTAINTIES.entries())
    printRow(`all, ${CERTAINTIES.slice(0, index + 1).join(' + ')}`, sheets, ({ finding }) => isAtLeast(finding.certainty, certainty));
  printRow('all', sheets, all);

  const workbooks = [...Map.groupBy(sheets, ({ workbook }) => workbook)];
  console.log('\n| workbook | wrong cells | found | flagged | findings | right |\n|---|---|---|---|---|---|');
  for (const [name, own] of workbooks) {
    const { wrong, hits, flagged, findings, right } = scoreOf(own, all);
    console.log(`| ${name} | ${wrong} | ${hits} | ${flagged} | ${findings} | ${right} |`);
  }
  const clean = workbooks.filter(([, own]) => own.every(({ wrong }) => wrong.size === 0));
  const alarmed = clean.filter(([, own]) => own.some(({ findings }) => findings.length > 0));
  console.log(`\nWorkbooks audited clean: ${clean.length}, with findings: ${alarmed.length}`);
  for (const [name, own] of alarmed)
    for (const { sheet, findings } of own)
      for (const { finding } of findings) console.log(`  ${name} › ${sheet.name}: ${finding.certainty} ${finding.message}`);
}

type Choice = (finding: PlacedFinding) => boolean;

function isAtLeast(certainty: Certainty, least: Certainty): boolean {
  return CERTAINTIES.indexOf(certainty) <= CERTAINTIES.indexOf(least);
}

interface Score {
  readonly findings: number;
  readonly right: number;
  /** Different cells. */
  readonly flagged: number;
  readonly hits: number;
  readonly wrong: number;
}

function scoreOf(sheets: readonly AuditedSheet[], isChosen: Choice): Score {
  const score = { findings: 0, right: 0, flagged: 0, hits: 0, wrong: 0 };
  for (const { wrong, findings } of sheets) {
    const chosen = findings.filter(isChosen);
    const flagged = new Set(chosen.flatMap(({ cells }) => cells));
    score.findings += chosen.length;
    score.right += chosen.filter(({ isRight }) => isRight).length;
    score.flagged += flagged.size;
    score.hits += [...flagged].filter((cell) => wrong.has(cell)).length;
    score.wrong += wrong.size;
  }
  return score;
}

function printRow(name: string, sheets: readonly AuditedSheet[], isChosen: Choice): void {
  const { findings, right, flagged, hits, wrong } = scoreOf(sheets, isChosen);
  if (findings === 0) return;
  const books = Map.groupBy(sheets, ({ workbook }) => workbook);
  const scores = [...books.values()].map((own) => scoreOf(own, isChosen)).filter((score) => score.findings > 0);
  const [precision, recall] = [hits / Math.max(1, flagged), hits / Math.max(1, wrong)];
  const f = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  console.log(
    `| ${name} | ${findings} | ${right} | ${share(right, findings)} | ${scores.filter((score) => score.right > 0).length} / ${scores.length} | ${flagged} | ${hits} of ${wrong} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${f.toFixed(2)} |`,
  );
}

function share(part: number, whole: number): string {
  return (part / Math.max(1, whole)).toFixed(2);
}
