import type { JsonObject } from '../json.ts';
import type { FailOn, Severity } from '../severity.ts';

/** A job after normalisation: scalars became lists, defaults are filled in, paths are as written. */
export interface Job {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly category?: string;
  /** What the client asked: a path that ends in .md or .txt, or the text itself. */
  readonly brief?: string;
  readonly inputs: readonly string[];
  readonly deliverables: readonly Deliverable[];
  readonly rubric: readonly Criterion[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly ignore: readonly Ignore[];
  readonly gate: Gate;
  readonly economics?: Economics;
  /** Where `check --jobs` finds the delivery of this job; relative to the job file. */
  readonly delivered?: string;
}

export const DELIVERABLE_TYPES = ['spreadsheet', 'table', 'report', 'document', 'translation', 'data', 'any'] as const;
export type DeliverableType = (typeof DELIVERABLE_TYPES)[number];

/** One expected file, or several by a glob. What it says of a table counts for a csv, and for the sheet of a workbook that has most of the columns. */
export interface Deliverable extends TableExpectation {
  /** An exact path or a glob, relative to the delivered folder. */
  readonly path: string;
  /** Default `any`. */
  readonly type: DeliverableType;
  /** The client's words behind the demand. */
  readonly asked?: string;
  readonly optional: boolean;
  /** How many files the pattern stands for; default exactly one. */
  readonly count: Range;
  /** BCP 47. */
  readonly language?: string;

  readonly sheets?: readonly SheetExpectation[];
  readonly cells?: readonly CellExpectation[];
  readonly controlTotals?: readonly ControlTotal[];
  readonly update?: UpdateExpectation;

  readonly length?: { readonly words?: Range; readonly characters?: Range; readonly pages?: Range };
  readonly sections?: readonly SectionExpectation[];
  readonly order: 'strict' | 'relative' | 'any';
  readonly style?: StyleExpectation;
  readonly terms?: { readonly use: Readonly<Record<string, readonly string[]>>; readonly banned: readonly string[] };
  /** The file that this one was to be made from, relative to the job file: what was wrong in it already is not the agent's doing. */
  readonly template?: string;

  /** Files that the figures in the text must be traceable to. */
  readonly data?: readonly string[];

  /** The file that this one translates. */
  readonly source?: string;
  readonly glossary?: string;
  readonly doNotTranslate?: readonly string[];
  /** How a translation addresses its reader: Sie or du, vous or tu. */
  readonly register?: 'formal' | 'informal';
  /** What programs replace in the texts of a translation, beside what is known of itself: regular expressions, see {@link ColumnExpectation.pattern}. */
  readonly placeholders?: readonly string[];
  /** Files of translations that were approved before, relative to the job file. */
  readonly memory?: readonly string[];
}

/** Both ends are included. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

export interface SheetExpectation extends TableExpectation {
  /** `*` is every sheet. */
  readonly name: string;
  readonly optional: boolean;
}

/** What is asked of a table, in a csv or on a sheet. */
export interface TableExpectation {
  /** Present, in any order, extras allowed. */
  readonly columns?: readonly ColumnExpectation[];
  readonly columnOrder: 'any' | 'strict';
  /** Data rows, without header and totals. */
  readonly rows?: Range;
  /** Headers whose values together name each row: never blank, and never twice the same. */
  readonly key?: readonly string[];
  /** The order of the data rows; equal values of the first are ordered by the second. */
  readonly sortedBy?: readonly SortStep[];
}

export const COLUMN_TYPES = ['text', 'number', 'integer', 'date', 'datetime', 'boolean'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What is asked of a column, and of each of its data cells that is not blank. */
export interface ColumnExpectation {
  /** The header. */
  readonly name: string;
  readonly type?: ColumnType;
  /** No data cell is blank. Default false. */
  readonly required: boolean;
  /** No value stands in two rows. Default false. */
  readonly unique: boolean;
  /** Bounds, both included: numbers, or dates as ISO 8601 text (`2024-01-31`, `2024-01-31T12:30`). */
  readonly min?: number | string;
  readonly max?: number | string;
  /** A regular expression that the whole value matches, in the syntax of RE2: no look-around, no back-references. */
  readonly pattern?: string;
  /** Every value is one of these. */
  readonly values?: readonly (string | number | boolean)[];
  /** Every value stands in this other column. */
  readonly in?: ColumnReference;
  /** What the numbers count: a currency (`EUR`), `%`, or any word; said by the header or the number format. */
  readonly unit?: string;
  /** The number format that the cells are shown in. */
  readonly format?: string;
}

/** A column elsewhere: of a sheet, of another file (found like `data`), of a sheet in another file; with neither, of the same table. */
export interface ColumnReference {
  readonly sheet?: string;
  readonly file?: string;
  readonly column: string;
}

export interface SortStep {
  readonly column: string;
  /** Default false. */
  readonly descending: boolean;
}

/** What is asked of one cell, or of each cell of a range. At least one of `value`, `matches` and `formula` is there. */
export interface CellExpectation {
  readonly at: CellSelector;
  /** Dates are ISO 8601 text. */
  readonly value?: string | number | boolean;
  /** How far a number may be from `value`, absolute; default 0. */
  readonly tolerance: number;
  /** A regular expression that the whole text matches; see {@link ColumnExpectation.pattern}. */
  readonly matches?: string;
  /** True: computed by a formula; false: typed in. */
  readonly formula?: boolean;
}

/** A place by its labels, or in A1 notation (`'My Sheet'!F2:F400`). */
export type CellSelector = string | { readonly sheet?: string; readonly column: string; readonly row?: string };

/** The sum of the detail must equal the total. */
export interface ControlTotal {
  readonly label: string;
  readonly detail: CellSelector;
  readonly total: CellSelector;
  /** Absolute; default 0.005. */
  readonly tolerance: number;
}

export type CellMatch = Readonly<Record<string, string | number | boolean | null>>;

export interface UpdateExpectation {
  /** The file as it was; relative to the job file. */
  readonly before: string;
  /** Headers whose values identify a row, on sheets that have them. */
  readonly key: readonly string[];
  /** What may change. Absent: the scope was not asked. Empty: only what `require` sets. */
  readonly allow?: readonly UpdateScope[];
  readonly require: readonly RequiredChange[];
}

export interface UpdateScope {
  readonly sheet?: string;
  readonly columns?: readonly string[];
  readonly where?: CellMatch;
  readonly rows?: readonly ('add' | 'remove')[];
}

export interface RequiredChange {
  readonly sheet?: string;
  readonly where: CellMatch;
  readonly set: CellMatch;
}

export interface SectionExpectation {
  readonly title: string;
  readonly aliases: readonly string[];
  /** Default true. */
  readonly required: boolean;
  readonly words?: Range;
  /** Questions of the brief that the section answers. */
  readonly questions: readonly string[];
}

export interface StyleExpectation {
  readonly headings?: 'sentence' | 'title';
  readonly dates?: string;
  readonly quotes?: 'curly' | 'straight';
  readonly citation?: 'apa' | 'mla' | 'chicago' | 'ieee' | 'numeric';
  readonly page?: string;
  readonly font?: JsonObject;
}

export const CRITERION_LEVELS = ['essential', 'important', 'optional', 'pitfall'] as const;

/** One acceptance criterion, judged by a person (or a model that advises). */
export interface Criterion {
  readonly id: string;
  readonly level: (typeof CRITERION_LEVELS)[number];
  readonly statement: string;
  readonly asked?: string;
  /** Rules whose passing proves the criterion. */
  readonly provedBy: readonly string[];
}

/** What a job or config says about the rules that a glob such as `spreadsheet/*` names. */
export interface RuleSetting {
  readonly off?: boolean;
  readonly severity?: Severity;
  readonly options?: JsonObject;
  /** Why; the report repeats it of rules that are off. */
  readonly reason?: string;
}

/** Findings that are shown apart and do not gate. */
export interface Ignore {
  readonly rule: string;
  readonly path?: string;
  readonly fingerprint?: string;
  readonly reason: string;
}

/** What makes a delivery fail. */
export interface Gate {
  /** Certain findings at least this severe; default `important`. */
  readonly failOn: FailOn;
  /** Inputs whose absence makes the result incomplete. */
  readonly require: readonly RequiredInput[];
}

export const REQUIRED_INPUTS = ['job', 'source', 'before', 'data'] as const;
export type RequiredInput = (typeof REQUIRED_INPUTS)[number];

export const DEFAULT_GATE: Gate = { failOn: 'important', require: [] };

export interface Economics {
  readonly currency: string;
  /** What the job is worth to the client. */
  readonly value?: number;
  readonly human?: { readonly minutes?: number; readonly cost?: number };
  readonly review?: { readonly minutes?: number; readonly cost?: number };
}
