import { DEFAULT_GATE, type Job } from './types.ts';

type Plain = Record<string, unknown>;

/** The deliverable's properties that are lists of texts, written as one text where there is one. */
const TEXT_LISTS = ['data', 'doNotTranslate', 'placeholders', 'memory'] as const;

/**
 * Turns every short form into the long one, so that the schema has one form for each thing:
 * a scalar where a list is expected, a section by its title, a column by its header, `off` and severities for rules.
 */
export function normaliseJob(job: Plain): Plain {
  return mapped(job, {
    inputs: list,
    deliverables: (value) => each(value, (item) => (typeof item === 'string' ? { path: item } : normaliseDeliverable(item))),
    rubric: (value) => each(value, (item) => onObject(item, (criterion) => mapped(criterion, { provedBy: list }))),
    rules: (value) =>
      onObject(value, (rules) => Object.fromEntries(Object.entries(rules).map(([glob, setting]) => [glob, ruleSetting(setting)]))),
    ignore: list,
    gate: (value) => onObject(value, (gate) => mapped(gate, { require: list })),
  });
}

function normaliseDeliverable(value: unknown): unknown {
  return onObject(value, (deliverable) => ({
    ...mapped(normaliseTable(deliverable), {
      sheets: (sheets) => each(sheets, (item) => (typeof item === 'string' ? { name: item } : onObject(item, normaliseTable))),
      cells: list,
      controlTotals: list,
      update: (update) => onObject(update, normaliseUpdate),
      sections: (sections) =>
        each(sections, (item) =>
          typeof item === 'string' ? { title: item } : onObject(item, (section) => mapped(section, { aliases: list, questions: list })),
        ),
      terms: (terms) =>
        onObject(terms, (plain) =>
          mapped(plain, {
            banned: list,
            use: (use) => onObject(use, (words) => Object.fromEntries(Object.entries(words).map(([to, from]) => [to, list(from)]))),
          }),
        ),
    }),
    ...Object.fromEntries(TEXT_LISTS.filter((key) => key in deliverable).map((key) => [key, list(deliverable[key])])),
  }));
}

/** The keys that a deliverable and a sheet have in common. */
function normaliseTable(table: Plain): Plain {
  return mapped(table, {
    columns: (columns) =>
      each(columns, (item) => (typeof item === 'string' ? { name: item } : onObject(item, (column) => mapped(column, { values: list })))),
    key: list,
    sortedBy: (steps) => each(steps, (item) => (typeof item === 'string' ? { column: item } : item)),
  });
}

function normaliseUpdate(update: Plain): Plain {
  return mapped(update, {
    key: list,
    allow: (allow) => each(allow, (item) => onObject(item, (scope) => mapped(scope, { columns: list, rows: list }))),
    require: list,
  });
}

/** `off` (YAML reads an unquoted off as text, on in YAML 1.1 as false), a severity, or the whole setting. */
function ruleSetting(value: unknown): unknown {
  if (value === 'off' || value === false) return { off: true };
  if (value === 'on' || value === true) return {};
  return typeof value === 'string' ? { severity: value } : value;
}

/** Fills in every default that {@link Job} promises. The job has been validated. */
export function withDefaults(plain: Plain): Job {
  const deliverables = plain['deliverables'] as Plain[];
  return {
    ...plain,
    title: plain['title'] ?? plain['id'],
    inputs: plain['inputs'] ?? [],
    rubric: ((plain['rubric'] ?? []) as Plain[]).map((criterion) => ({ level: 'essential', provedBy: [], ...criterion })),
    rules: plain['rules'] ?? {},
    ignore: plain['ignore'] ?? [],
    gate: { ...DEFAULT_GATE, ...(plain['gate'] as Plain | undefined) },
    ...('economics' in plain && { economics: { currency: 'USD', ...(plain['economics'] as Plain) } }),
    deliverables: deliverables.map((deliverable) => ({
      type: 'any',
      optional: false,
      columnOrder: 'any',
      order: 'relative',
      ...withTableDefaults(deliverable),
      count: deliverable['count'] ?? { min: 1, max: 1 },
      ...('sheets' in deliverable && {
        sheets: (deliverable['sheets'] as Plain[]).map((sheet) => ({ columnOrder: 'any', optional: false, ...withTableDefaults(sheet) })),
      }),
      ...('cells' in deliverable && { cells: (deliverable['cells'] as Plain[]).map((cell) => ({ tolerance: 0, ...cell })) }),
      ...('controlTotals' in deliverable && {
        controlTotals: (deliverable['controlTotals'] as Plain[]).map((total) => ({ tolerance: 0.005, ...total })),
      }),
      ...('update' in deliverable && { update: { key: [], require: [], ...(deliverable['update'] as Plain) } }),
      ...('sections' in deliverable && {
        sections: (deliverable['sections'] as Plain[]).map((section) => ({ aliases: [], questions: [], required: true, ...section })),
      }),
      ...('terms' in deliverable && { terms: { use: {}, banned: [], ...(deliverable['terms'] as Plain) } }),
    })),
  } as unknown as Job;
}

function withTableDefaults(table: Plain): Plain {
  return mapped(table, {
    columns: (columns) => (columns as Plain[]).map((column) => ({ required: false, unique: false, ...column })),
    sortedBy: (steps) => (steps as Plain[]).map((step) => ({ descending: false, ...step })),
  });
}

function mapped(plain: Plain, mappers: Readonly<Record<string, (value: unknown) => unknown>>): Plain {
  const copy = { ...plain };
  for (const [key, map] of Object.entries(mappers)) if (key in copy) copy[key] = map(copy[key]);
  return copy;
}

/** Leaves wrong kinds of values as they are: the schema names the mistake. */
function onObject(value: unknown, map: (plain: Plain) => unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? map(value as Plain) : value;
}

function list(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function each(value: unknown, map: (item: unknown) => unknown): unknown {
  return (list(value) as unknown[]).map(map);
}
