/**
 * The functions that are recalculated, each with the arguments that may be a range of several cells. A range elsewhere means
 * an implicit intersection or an array formula, which engines treat in different ways.
 * Each is in the table of expected values (tests/expected-values.ts); a function that is not here is `unknown-function`.
 */
export const FUNCTIONS: ReadonlyMap<string, RangeArguments> = new Map<string, RangeArguments>([
  ...all('SUM AVERAGE AVERAGEA COUNT COUNTA COUNTBLANK MAX MAXA MIN MINA PRODUCT SUMSQ MEDIAN MODE STDEV STDEVP STDEVA VAR VARP'),
  ...all('STDEV.S STDEV.P VAR.S VAR.P MODE.SNGL GEOMEAN HARMEAN AVEDEV DEVSQ CORREL SLOPE INTERCEPT RSQ COVAR PEARSON'),
  ...all('SUMPRODUCT SUMX2MY2 SUMX2PY2 SUMXMY2 AND OR XOR ROWS COLUMNS GCD LCM CONCAT IRR'),
  ...rangesAt('SUMIF AVERAGEIF', 0, 2),
  ...rangesAt('COUNTIF LARGE SMALL INDEX PERCENTILE PERCENTILE.INC QUARTILE QUARTILE.INC TRIMMEAN', 0),
  ...rangesAt('VLOOKUP HLOOKUP MATCH RANK RANK.EQ', 1),
  ...rangesAt('LOOKUP XLOOKUP', 1, 2),
  ...rangesAt('SUBTOTAL NPV', 1, 2, 3, 4, 5, 6, 7, 8, 9),
  ...rangesAt('NETWORKDAYS WORKDAY', 2),
  ...rangesAt('SUMIFS AVERAGEIFS MAXIFS MINIFS', 0, 1, 3, 5, 7, 9, 11),
  ...rangesAt('COUNTIFS', 0, 2, 4, 6, 8, 10),
  ...rangesAt(
    'IF IFERROR IFNA IFS SWITCH CHOOSE NOT TRUE FALSE NA ISBLANK ISERR ISERROR ISEVEN ISODD ISLOGICAL ISNA ISNUMBER ISTEXT ISNONTEXT',
  ),
  ...rangesAt('ERROR.TYPE N T TYPE'),
  ...rangesAt('ABS SIGN INT TRUNC ROUND ROUNDUP ROUNDDOWN MROUND CEILING FLOOR EVEN ODD MOD QUOTIENT POWER SQRT EXP LN LOG LOG10 PI'),
  ...rangesAt('SIN COS TAN ASIN ACOS ATAN ATAN2 SINH COSH TANH DEGREES RADIANS'),
  ...rangesAt('LEFT RIGHT MID LEN LOWER UPPER PROPER TRIM SUBSTITUTE REPLACE FIND SEARCH CONCATENATE REPT EXACT VALUE CHAR CODE CLEAN'),
  ...rangesAt('DATE YEAR MONTH DAY TIME WEEKDAY EOMONTH EDATE DAYS DAYS360 DATEVALUE TIMEVALUE DATEDIF WEEKNUM ISOWEEKNUM'),
  ...rangesAt('ROW COLUMN'),
  ...rangesAt('PMT PV FV NPER RATE IPMT PPMT SLN SYD DB DDB EFFECT NOMINAL'),
  ...rangesAt('NORMSDIST NORMSINV NORMDIST NORM.S.DIST NORM.DIST STANDARDIZE'),
  ...rangesAt('DEC2BIN BIN2DEC DEC2HEX HEX2DEC'),
]);

/** 0-based positions of arguments; `all` is each. */
export type RangeArguments = 'all' | readonly number[];

/** What these give depends on the moment, the machine or the view, so that the value at the last save cannot be had again. */
export const VOLATILE: ReadonlySet<string> = new Set([
  'NOW',
  'TODAY',
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'OFFSET',
  'INDIRECT',
  'CELL',
  'INFO',
]);

/** Functions that the engine has and computes in another way than the program that the file was made with, and how. */
export const ENGINE_DIFFERS: ReadonlyMap<string, string> = new Map([
  ['TEXT', 'date formats in capitals and with parts of seconds give #VALUE!'],
  ['HOUR', 'does not round to the nearest second'],
  ['MINUTE', 'does not round to the nearest second'],
  ['SECOND', 'does not round to the nearest second'],
  ['FACT', 'does not end for large numbers'],
  ['COMBIN', 'does not end for large numbers'],
  ['TEXTJOIN', 'empty texts that are given in place are not left out'],
]);

/**
 * Their arguments count days, and the engine lets days before 1 March 1900 be what they were; in workbooks they are a day later,
 * and 29 February 1900 is one of them (ECMA-376-1, 18.17.4.1). They are recalculated where all arguments are later days.
 */
export const DAY_ARGUMENTS: ReadonlySet<string> = new Set(
  'YEAR MONTH DAY WEEKDAY WEEKNUM ISOWEEKNUM EOMONTH EDATE DAYS360 DATEDIF NETWORKDAYS WORKDAY'.split(' '),
);

/** 1 March 1900. */
export const FIRST_SAFE_DAY = 61;

/**
 * At least 30 formulas of real workbooks have each, and all of them agree with the values that spreadsheet programs left there
 * (bench/recalculate); the others are known by the table of expected values alone.
 */
export const PROVEN: ReadonlySet<string> = new Set(
  'SUM IF SUMIF SUMIFS COUNTIF MAX MIN AVERAGE AVERAGEA OR DAYS EOMONTH INDEX MATCH IFERROR'.split(' '),
);

/** An error of the engine, by function, where spreadsheet programs go on: a year before 1900 counts from 1900. */
export const ENGINE_ERRORS: ReadonlyMap<string, string> = new Map([['DATE', '#NUM!']]);

/** The engine leaves out truth values and texts that are given in place, which count (ISO/IEC 29500-1, 18.17.7). */
export const LITERALS_COUNT: ReadonlySet<string> = new Set(['MAX', 'MIN', 'MAXA', 'MINA', 'AND', 'OR', 'XOR']);

/** The range that is added up has the size of the range that is looked at, whatever is written; for the engine it must be written so. */
export const EQUAL_RANGES: ReadonlySet<string> = new Set(['SUMIF', 'AVERAGEIF']);

/** They look at where their argument is, and not at what it holds: a formula may give them its own cell. */
export const PLACE_ONLY: ReadonlySet<string> = new Set([
  'ROW',
  'COLUMN',
  'ROWS',
  'COLUMNS',
  'AREAS',
  'SHEET',
  'FORMULATEXT',
  'ISFORMULA',
  'ISREF',
]);

/** They compute only some of their arguments, so that a circle through the others does no harm. */
export const LAZY: ReadonlySet<string> = new Set(['IF', 'IFS', 'IFERROR', 'IFNA', 'CHOOSE', 'SWITCH']);

export function takesRange(name: string, argument: number): boolean {
  const accepted = FUNCTIONS.get(name);
  return accepted === 'all' || (accepted?.includes(argument) ?? false);
}

function all(names: string): [string, RangeArguments][] {
  return names.split(' ').map((name) => [name, 'all']);
}

function rangesAt(names: string, ...positions: readonly number[]): [string, RangeArguments][] {
  return names.split(' ').map((name) => [name, positions]);
}
