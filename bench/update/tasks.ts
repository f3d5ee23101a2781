import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cellAddress, DEFAULT_LIMITS, FactStore, parseRange, parseSheetRange, type CellRange } from '@preflag/core';
import { readUpdate, readWorkbook } from '@preflag/readers';
import ExcelJs from 'exceljs';
import type { UpdateDiff } from '../../checkers/data-update/src/diff/sheet-diff.ts';
import { updateDiff } from '../../checkers/data-update/src/facts/update-diff.ts';

/** Planted changes of each answer. */
const PLANTS = 12;

/** Prints, for each task, the differences outside of the target, and how many of the planted changes were found there. */
export async function runTasks(root: string, isListed: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'preflag-bench-'));
  const totals = { pairs: 0, withFalse: 0, planted: 0, found: 0, unread: 0 };
  try {
    for (const file of globSync('**/*_answer.xlsx', { cwd: root }).toSorted()) {
      const answer = join(root, file);
      const input = answer.replace('_answer.', '_input.');
      if (!existsSync(input)) continue;
      const isTarget = targetOf(dirname(answer));
      const places = await changedPlaces(input, answer);
      const outside = places.filter((place) => !isTarget(place));
      totals.pairs += 1;
      if (outside.length > 0) totals.withFalse += 1;
      if (isListed) for (const { sheet, text } of outside) console.log(`  ${file}: ${sheet} ${text}`);
      const { planted, found, unread } = await plantAndFind(
        input,
        answer,
        isTarget,
        join(folder, 'planted.xlsx'),
        new Set(places.map(keyOf)),
      );
      totals.planted += planted;
      totals.found += found.length;
      totals.unread += unread ? 1 : 0;
      console.log(
        `${file}: ${outside.length} outside of the target; planted ${planted}, found ${found.length}${unread ? ' (exceljs cannot read it)' : ''}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(
    `${totals.withFalse} of ${totals.pairs} pairs differ outside of the target; ${totals.found} of ${totals.planted} planted changes found; ${totals.unread} could not be planted in`,
  );
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function keyOf({ sheet, row, column }: Pick<Place, 'sheet' | 'row' | 'column'>): string {
  return `${sheet.toLowerCase()}!${cellAddress(row, column)}`;
}

async function changedPlaces(before: string, after: string): Promise<readonly Place[]> {
  const read = await readUpdate(
    { before: { file: 'before.xlsx', path: before }, beforeType: 'xlsx', after: { file: 'after.xlsx', path: after }, afterType: 'xlsx' },
    { limits: DEFAULT_LIMITS },
  );
  if (!read.ok) throw new Error(`${after}: ${read.failure.text}`);
  const facts = new FactStore();
  await facts.prepare(read.model, [updateDiff]);
  return placesOf(facts.reader(read.model)(updateDiff));
}

function placesOf({ changes, sheets }: UpdateDiff): readonly Place[] {
  return [
    ...changes.map(({ diff, row, column, from, to }) => ({
      sheet: diff.name,
      row: row.after,
      column: column.after,
      text: `${cellAddress(row.after, column.after)} '${from}' → '${to}'`,
    })),
    ...sheets.flatMap((diff) => [
      ...diff.added.map(({ key, row }) => ({ sheet: diff.name, row, column: 0, text: `row ${row + 1} '${key}' added` })),
      ...diff.lost.map(({ key, row }) => ({ sheet: diff.name, row, column: 0, text: `row ${row + 1} '${key}' gone` })),
    ]),
  ];
}

/** `answer_position.json` names ranges, with or without a sheet: `'My sheet'!A2:M10,B3`. */
function targetOf(folder: string): (place: Place) => boolean {
  const path = join(folder, 'answer_position.json');
  if (!existsSync(path)) return () => false;
  const { answer_position: position = '' } = JSON.parse(readFileSync(path, 'utf8')) as { readonly answer_position?: string };
  const targets = position.split(',').flatMap((text): { sheet: string | undefined; range: CellRange }[] => {
    const placed = parseSheetRange(text.trim());
    const range = placed?.range ?? parseRange(text.trim().replaceAll("'", ''));
    return range ? [{ sheet: placed?.sheet.toLowerCase(), range }] : [];
  });
  return ({ sheet, row, column }) =>
    targets.some(
      (target) =>
        (target.sheet === undefined || target.sheet === sheet.toLowerCase()) &&
        row >= target.range.top &&
        row <= target.range.bottom &&
        column >= target.range.left &&
        column <= target.range.right,
    );
}

/** Changes one typed cell at a time, spread over all that are outside of the target, and compares again. */
async function plantAndFind(
  input: string,
  answer: string,
  isTarget: (place: Place) => boolean,
  path: string,
  known: ReadonlySet<string>,
): Promise<{ readonly planted: number; readonly found: readonly string[]; readonly unread: boolean }> {
  const workbook = new ExcelJs.Workbook();
  try {
    await workbook.xlsx.readFile(answer);
  } catch {
    return { planted: 0, found: [], unread: true };
  }
  const read = await readWorkbook({ file: 'answer.xlsx', path: answer }, { limits: DEFAULT_LIMITS });
  if (!read.ok) throw new Error(read.failure.text);
  const places = typedCells(workbook).filter((place) => {
    // exceljs does not tell cells of array formulas from typed ones.
    const isComputed = read.model.sheet(place.sheet)?.formulaId(place.row, place.column) !== 0;
    return !isComputed && !isTarget(place) && !known.has(keyOf(place));
  });
  const step = Math.max(1, Math.floor(places.length / PLANTS));
  const chosen = places.filter((_, index) => index % step === 0).slice(0, PLANTS);
  const found: string[] = [];
  let planted = 0;
  for (const place of chosen) {
    const cell = workbook.getWorksheet(place.sheet)!.getCell(place.row + 1, place.column + 1);
    const value = cell.value as number | string;
    cell.value = typeof value === 'number' ? value + 1 : `${value} x`;
    writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer()));
    cell.value = value;
    // exceljs writes the header of a declared table from the table, and not from the cell.
    if (!(await holds(path, place, value))) planted += 1;
    else continue;
    const after = await changedPlaces(input, path);
    if (after.some((one) => keyOf(one) === keyOf(place) || (one.sheet === place.sheet && one.row === place.row))) found.push(keyOf(place));
    else console.log(`  missed: ${keyOf(place)} was '${value}'`);
  }
  return { planted, found, unread: false };
}

async function holds(path: string, { sheet, row, column }: Place, value: number | string): Promise<boolean> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.getWorksheet(sheet)?.getCell(row + 1, column + 1).value === value;
}

function typedCells(workbook: ExcelJs.Workbook): readonly Place[] {
  const places: Place[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master !== cell) return;
        if (typeof cell.value === 'number' || typeof cell.value === 'string')
          places.push({ sheet: sheet.name, row: Number(cell.row) - 1, column: Number(cell.col) - 1, text: '' });
      }),
    );
  return places;
}
