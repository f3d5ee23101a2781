import { parseRange, parseSheetRange } from '../a1.ts';
import { checkFinder, checkPattern, checkTable } from './check-table.ts';
import { isInside } from './paths.ts';
import { referencesOf } from './references.ts';
import type { CellExpectation, CellSelector, Deliverable, Job, Range } from './types.ts';
import type { Mistake } from '../file/validate.ts';

/** What a schema cannot say: paths that leave their folder, ranges upside down, names used twice. */
export function checkJob(job: Job): readonly Mistake[] {
  return [
    ...repeated(job.rubric.map(({ id }) => id)).map((index) => ({
      pointer: `/rubric/${index}/id`,
      text: `The criterion id '${job.rubric[index]?.id}' is used twice.`,
    })),
    ...repeated(job.deliverables.map(({ path }) => path)).map((index) => ({
      pointer: `/deliverables/${index}/path`,
      text: `The path '${job.deliverables[index]?.path}' is listed twice.`,
    })),
    ...job.inputs.flatMap((path, index) => outside(path, `/inputs/${index}`)),
    ...(job.brief && isBriefPath(job.brief) ? outside(job.brief, '/brief') : []),
    ...job.deliverables.flatMap((deliverable, index) => checkDeliverable(deliverable, `/deliverables/${index}`)),
  ];
}

/** A brief that ends in .md or .txt and is one line is a path; else it is the text itself. */
export function isBriefPath(brief: string): boolean {
  return /\.(md|txt)$/i.test(brief) && !brief.includes('\n');
}

function checkDeliverable(deliverable: Deliverable, at: string): readonly Mistake[] {
  const ranges: readonly (readonly [string, Range | undefined])[] = [
    ['count', deliverable.count],
    ['rows', deliverable.rows],
    ['length/words', deliverable.length?.words],
    ['length/characters', deliverable.length?.characters],
    ['length/pages', deliverable.length?.pages],
    ...(deliverable.sheets ?? []).map((sheet, index) => [`sheets/${index}/rows`, sheet.rows] as const),
    ...(deliverable.sections ?? []).map((section, index) => [`sections/${index}/words`, section.words] as const),
  ];
  const paths: readonly (readonly [string, string | undefined])[] = [
    ['path', deliverable.path],
    ['source', deliverable.source],
    ['glossary', deliverable.glossary],
    ['update/before', deliverable.update?.before],
    ['template', deliverable.template],
    ...(deliverable.data ?? []).map((path, index) => [`data/${index}`, path] as const),
    ...(deliverable.memory ?? []).map((path, index) => [`memory/${index}`, path] as const),
  ];
  const selectors: readonly (readonly [string, CellSelector])[] = [
    ...(deliverable.controlTotals ?? []).flatMap(({ detail, total }, index) => [
      [`controlTotals/${index}/detail`, detail] as const,
      [`controlTotals/${index}/total`, total] as const,
    ]),
    ...(deliverable.cells ?? []).map((cell, index) => [`cells/${index}/at`, cell.at] as const),
  ];
  return [
    ...ranges.flatMap(([key, range]) =>
      range?.min !== undefined && range.max !== undefined && range.min > range.max
        ? [{ pointer: `${at}/${key}`, text: `min is ${range.min} and max is ${range.max}: nothing fits between them.` }]
        : [],
    ),
    ...paths.flatMap(([key, path]) => (path === undefined ? [] : outside(path, `${at}/${key}`))),
    ...selectors.flatMap(([key, selector]) =>
      typeof selector === 'string' && !parseSheetRange(selector) && !parseRange(selector)
        ? [{ pointer: `${at}/${key}`, text: `'${selector}' is no cell or range in A1 notation such as 'My Sheet'!F2:F400.` }]
        : [],
    ),
    ...(deliverable.type === 'translation' ? [] : ofTranslationsOnly(deliverable, at)),
    ...(deliverable.placeholders ?? []).flatMap((pattern, index) => checkFinder(pattern, `${at}/placeholders/${index}`)),
    ...(deliverable.memory ?? []).flatMap((path, index) => checkMemory(path, deliverable, `${at}/memory/${index}`)),
    ...checkTable(deliverable, at),
    ...(deliverable.sheets ?? []).flatMap((sheet, index) => checkTable(sheet, `${at}/sheets/${index}`)),
    ...(deliverable.cells ?? []).flatMap((cell, index) => checkCell(cell, `${at}/cells/${index}`)),
  ];
}

const OF_TRANSLATIONS = {
  register: 'The register of a text is',
  placeholders: 'The placeholders of a text are',
  memory: 'A memory of translations is',
} as const;

/** Demands that no rule checks in other files. */
function ofTranslationsOnly(deliverable: Deliverable, at: string): readonly Mistake[] {
  return (Object.keys(OF_TRANSLATIONS) as (keyof typeof OF_TRANSLATIONS)[]).flatMap((key) =>
    deliverable[key] === undefined
      ? []
      : [
          {
            pointer: `${at}/${key}`,
            text: `${OF_TRANSLATIONS[key]} checked in translations only. Add 'type: translation', or take it out.`,
          },
        ],
  );
}

/** A memory is read as texts in two languages, other files as what they are; one file cannot be both. */
function checkMemory(path: string, deliverable: Deliverable, pointer: string): readonly Mistake[] {
  const { glossary, data = [] } = deliverable;
  const isReferred = referencesOf(deliverable).some(({ file }) => file === path);
  const other = path === glossary ? 'glossary' : data.includes(path) ? 'data' : isReferred ? 'columns' : undefined;
  return other === undefined
    ? []
    : [{ pointer, text: `'${path}' is named under 'memory' and under '${other}'. Take it out of one of them.` }];
}

/** Cells of one assertion; what is said of more is said of a column. */
const MOST_CELLS = 10_000;

function checkCell({ at: selector, value, matches, formula }: CellExpectation, at: string): readonly Mistake[] {
  const range = typeof selector === 'string' ? (parseSheetRange(selector)?.range ?? parseRange(selector)) : undefined;
  const cells = range ? (range.bottom - range.top + 1) * (range.right - range.left + 1) : 0;
  return [
    ...(value === undefined && matches === undefined && formula === undefined
      ? [{ pointer: at, text: "Nothing is asked of this cell. Add 'value', 'matches' or 'formula'." }]
      : []),
    ...(matches === undefined ? [] : checkPattern(matches, `${at}/matches`)),
    ...(cells > MOST_CELLS
      ? [{ pointer: `${at}/at`, text: `The range has ${cells} cells; name at most ${MOST_CELLS}, or ask for it under 'columns'.` }]
      : []),
  ];
}

function outside(path: string, pointer: string): readonly Mistake[] {
  return isInside(path)
    ? []
    : [{ pointer, text: `The path '${path}' leaves its folder. Give a path inside it, without a leading slash or '..'.` }];
}

function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
