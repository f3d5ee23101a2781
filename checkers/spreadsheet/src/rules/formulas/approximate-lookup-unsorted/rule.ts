import { cellAddress, defineRule, parseRange, rangeAddress, type CellRange, type Rule } from '@preflag/core';
import type { Sheet, Workbook } from '@preflag/readers';
import { formulaGroups, type FormulaGroup } from '../../../facts/formula-groups.ts';

/**
 * Looks at VLOOKUP, HLOOKUP and MATCH that are not told to match exactly, and whether their first column or row rises.
 * Does not catch: ranges that are names, computed, or on other files; LOOKUP; a lookup that should have been exact and is sorted by chance.
 * Known false alarms: none known; texts count as falling only where every way to compare them says so.
 */
export const approximateLookupUnsorted: Rule<'workbook'> = defineRule({
  id: 'spreadsheet/approximate-lookup-unsorted',
  title: 'A lookup for the nearest value searches a list that is not sorted',
  severity: 'critical',
  certainty: 'likely',
  reads: 'workbook',
  facts: [formulaGroups],
  why: 'The search halves the list as if it were sorted, and returns the value of another row without any error.',
  advice: 'Match exactly: VLOOKUP(…, FALSE), MATCH(…, 0). If the nearest value is meant, sort the list.',
  messages: {
    unsorted: '={{formula}} in {{cell}} looks for the nearest value in {{list}}, which is not sorted: {{lower}} comes after {{higher}}',
  },
  *check({ model, facts, looked }) {
    for (const group of facts(formulaGroups)) {
      for (const call of approximateCalls(group.code)) {
        const list = listOf(model, group, call);
        if (!list) continue;
        looked({ lookups: group.count });
        const fall = firstFall(list);
        if (!fall) continue;
        const cell = cellAddress(group.row, group.column);
        yield {
          messageId: 'unsorted',
          data: { formula: group.formula, cell, list: rangeAddress(list.range), lower: fall.lower, higher: fall.higher },
          at: { kind: 'cell', sheet: group.sheet.name, range: cell },
          related: [{ at: { kind: 'cell', sheet: list.sheet.name, range: fall.at }, label: 'where the order breaks' }],
        };
        break;
      }
    }
  },
});

interface Call {
  readonly name: string;
  readonly range: string;
}

/** Calls that look for the nearest value: without their last argument, or with it not FALSE and not 0. */
function approximateCalls(code: string): readonly Call[] {
  return [...code.matchAll(/(?<![\w.])(VLOOKUP|HLOOKUP|MATCH)\(/gi)].flatMap((match): Call[] => {
    const name = (match[1] ?? '').toUpperCase();
    const values = argumentsFrom(code, match.index + match[0].length);
    const mode = values[name === 'MATCH' ? 2 : 3];
    const isApproximate = mode === undefined || /^(?:TRUE|1|TRUE\(\))$/i.test(mode.trim());
    return values.length >= 2 && isApproximate ? [{ name, range: (values[1] ?? '').trim() }] : [];
  });
}

/** The arguments of a call from behind its parenthesis on. An empty one counts as 0, as programs take it. */
function argumentsFrom(code: string, start: number): readonly string[] {
  const values: string[] = [];
  let [depth, from, isQuoted] = [0, start, false];
  for (let at = start; at < code.length; at += 1) {
    const character = code[at]!;
    if (character === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === '(' || character === '{') depth += 1;
    else if (character === '}' || (character === ')' && depth > 0)) depth -= 1;
    else if (depth === 0 && (character === ',' || character === ')')) {
      values.push(code.slice(from, at));
      from = at + 1;
      if (character === ')') return values;
    }
  }
  return [];
}

interface List {
  readonly sheet: Sheet;
  readonly range: CellRange;
  readonly isRow: boolean;
}

/** The column, or row of HLOOKUP, that is searched. */
function listOf(model: Workbook, group: FormulaGroup, { name, range: text }: Call): List | undefined {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.replaceAll('$', ''));
  const sheetName = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const sheet = sheetName === undefined ? group.sheet : model.sheet(sheetName);
  const range = sheet && (parseRange(match?.[3] ?? '') ?? wholeColumns(match?.[3] ?? '', sheet));
  if (!sheet || !range) return undefined;
  const isRow = name === 'HLOOKUP' || (name === 'MATCH' && range.top === range.bottom && range.left < range.right);
  return { sheet, isRow, range: isRow ? { ...range, bottom: range.top } : { ...range, right: range.left } };
}

function wholeColumns(text: string, sheet: Sheet): CellRange | undefined {
  const match = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(text);
  return match ? parseRange(`${match[1]}1:${match[2]}${Math.max(1, sheet.rowCount)}`) : undefined;
}

/** The first two values of the list's main kind that fall; the search passes over values of the other kind. */
function firstFall({ sheet, range, isRow }: List): { readonly lower: string; readonly higher: string; readonly at: string } | undefined {
  const length = isRow ? range.right - range.left : Math.min(range.bottom, sheet.rowCount - 1) - range.top;
  const cells = Array.from({ length: Math.max(0, Math.min(length, LONGEST) + 1) }, (_, index) =>
    isRow ? ([range.top, range.left + index] as const) : ([range.top + index, range.left] as const),
  );
  for (const kind of ['number', 'string'] as const) {
    const own = cells.filter(([row, column]) => sheet.kind(row, column) === kind && sheet.text(row, column) !== '');
    if (own.length < FEWEST || own.length < cells.filter(([row, column]) => sheet.kind(row, column) !== 'blank').length * 0.8) continue;
    for (let index = 1; index < own.length; index += 1) {
      const [before, after] = [own[index - 1]!, own[index]!];
      if (!falls(sheet, before, after, kind)) continue;
      return { lower: sheet.text(...after), higher: sheet.text(...before), at: cellAddress(...after) };
    }
  }
  return undefined;
}

const LONGEST = 100_000;
const FEWEST = 3;

function falls(sheet: Sheet, before: readonly [number, number], after: readonly [number, number], kind: 'number' | 'string'): boolean {
  if (kind === 'number') return sheet.number(...after) < sheet.number(...before);
  const [a, b] = [sheet.text(...before).toLowerCase(), sheet.text(...after).toLowerCase()];
  return b < a && b.localeCompare(a, 'en') < 0;
}
