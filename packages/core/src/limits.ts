/** One limit: its default, its unit and what happens when it is reached. */
export interface LimitDefinition {
  readonly default: number;
  readonly unit: 'bytes' | 'ms' | 'count' | 'ratio' | 'levels';
  readonly text: string;
}

export type LimitName =
  | 'deliveryFiles'
  | 'deliveryBytes'
  | 'deliveryDepth'
  | 'fileBytes'
  | 'textBytes'
  | 'archiveEntries'
  | 'inflatedBytes'
  | 'partBytes'
  | 'inflateRatio'
  | 'xmlDepth'
  | 'cells'
  | 'cellBytes'
  | 'stringBytes'
  | 'storeBytes'
  | 'rowBytes'
  | 'blocks'
  | 'nesting'
  | 'jsonDepth'
  | 'collectMs'
  | 'readMs'
  | 'ruleMs'
  | 'calcMs'
  | 'workerBytes'
  | 'findingsPerRule'
  | 'textLength'
  | 'frameBytes'
  | 'runMs'
  | 'cpuMs'
  | 'runBytes'
  | 'isolateMb'
  | 'logBytes'
  | 'workspaceBytes'
  | 'workspaceFiles'
  | 'hostCalls'
  | 'callMs'
  | 'callBytes'
  | 'callDepth'
  | 'callsAtOnce'
  | 'answerBytes'
  | 'journalBytes'
  | 'commandMs'
  | 'commandCpuMs'
  | 'commandBytes'
  | 'commandTasks'
  | 'commandOpenFiles'
  | 'commandOutputBytes'
  | 'commandScratchBytes'
  | 'commandFiles'
  | 'commandDepth'
  | 'fetchMs'
  | 'fetchHeadersMs'
  | 'fetchBytes'
  | 'fetchSentBytes'
  | 'fetchHeaderBytes'
  | 'fetchHeaders'
  | 'fetchRedirects';

const KB = 1024;
const MB = 1024 * KB;

/**
 * Every limit, in one table. A limit that is reached while a file is read is the finding
 * `integrity/limit-exceeded`; while a rule runs it is that rule's `error` outcome; in the sandbox it names the run's end.
 */
export const LIMIT_TABLE: Readonly<Record<LimitName, LimitDefinition>> = {
  deliveryFiles: { default: 10_000, unit: 'count', text: 'files in a delivery' },
  deliveryBytes: { default: 2048 * MB, unit: 'bytes', text: 'all files of a delivery together' },
  deliveryDepth: { default: 32, unit: 'levels', text: 'folders inside folders in a delivery' },
  fileBytes: { default: 512 * MB, unit: 'bytes', text: 'one file that is read' },
  textBytes: { default: 16 * MB, unit: 'bytes', text: 'one markdown, text or json file' },
  archiveEntries: { default: 10_000, unit: 'count', text: 'entries in an xlsx, docx, pptx or odt package' },
  inflatedBytes: { default: 1024 * MB, unit: 'bytes', text: 'an xlsx, docx, pptx or odt package when inflated, counted and not believed' },
  partBytes: { default: 64 * MB, unit: 'bytes', text: 'one part of a package that is parsed as a whole, and one rtf file' },
  inflateRatio: { default: 500, unit: 'ratio', text: 'inflated to packed size of one entry above 1 MB' },
  xmlDepth: { default: 256, unit: 'levels', text: 'elements inside elements in a part, and groups inside groups in rtf' },
  cells: { default: 20_000_000, unit: 'count', text: 'cells of a workbook or table' },
  cellBytes: { default: 32 * MB, unit: 'bytes', text: 'one cell, as it stands in the file' },
  stringBytes: { default: 512 * MB, unit: 'bytes', text: 'different cell texts of a workbook together' },
  storeBytes: { default: 1536 * MB, unit: 'bytes', text: 'column stores of a workbook or table' },
  rowBytes: { default: 8 * MB, unit: 'bytes', text: 'one row of a csv or tsv file' },
  blocks: { default: 500_000, unit: 'count', text: 'text blocks of a document' },
  nesting: { default: 100, unit: 'levels', text: 'quotes or lists inside each other in markdown' },
  jsonDepth: { default: 500, unit: 'levels', text: 'arrays and objects inside each other in json' },
  collectMs: { default: 300_000, unit: 'ms', text: 'listing and hashing a delivery' },
  readMs: { default: 60_000, unit: 'ms', text: 'reading one file and the files it is linked to' },
  ruleMs: { default: 20_000, unit: 'ms', text: 'one rule, or one fact, on one file' },
  calcMs: { default: 8_000, unit: 'ms', text: 'recalculating the formulas of one workbook; what is left then is not checked' },
  workerBytes: { default: 2048 * MB, unit: 'bytes', text: 'memory of a check worker' },
  findingsPerRule: { default: 1_000, unit: 'count', text: 'findings of one rule on one file; the rest is counted' },
  textLength: { default: 300, unit: 'count', text: 'characters of a text in the evidence' },
  frameBytes: { default: 16 * MB, unit: 'bytes', text: 'one message between processes' },
  runMs: { default: 60_000, unit: 'ms', text: 'one run of an agent in the sandbox' },
  cpuMs: { default: 120_000, unit: 'ms', text: 'CPU time of one run, all its threads together' },
  runBytes: { default: 512 * MB, unit: 'bytes', text: 'memory of a sandbox worker and its children' },
  isolateMb: { default: 256, unit: 'count', text: 'MB of heap in the isolate, the first and polite limit' },
  logBytes: { default: 1 * MB, unit: 'bytes', text: 'what an agent logs; head and tail are kept' },
  workspaceBytes: { default: 256 * MB, unit: 'bytes', text: 'files that an agent writes, together' },
  workspaceFiles: { default: 1_000, unit: 'count', text: 'files that an agent writes' },
  hostCalls: { default: 100_000, unit: 'count', text: 'capability calls of one run' },
  callMs: { default: 120_000, unit: 'ms', text: 'one call of a model, a tool or an address, until the answer' },
  callBytes: { default: 4 * MB, unit: 'bytes', text: 'arguments of one such call, as JSON' },
  callDepth: { default: 64, unit: 'levels', text: 'arrays and objects inside each other in those arguments' },
  callsAtOnce: { default: 64, unit: 'count', text: 'such calls that wait for an answer at the same time' },
  journalBytes: {
    default: 64 * MB,
    unit: 'bytes',
    text: 'the journal of a run: answers as JSON, 256 bytes for a call, 64 for each thing that comes in',
  },
  answerBytes: { default: 16 * MB, unit: 'bytes', text: 'the answer to one such call, as JSON' },
  commandMs: { default: 600_000, unit: 'ms', text: 'one run of an agent that is a command' },
  commandCpuMs: { default: 1_200_000, unit: 'ms', text: 'CPU time of one command, all its processes together' },
  commandBytes: { default: 2048 * MB, unit: 'bytes', text: 'memory of a command, all its processes together' },
  commandTasks: { default: 1_000, unit: 'count', text: 'processes and threads of a command at one time' },
  commandOpenFiles: { default: 1_024, unit: 'count', text: 'open files and sockets of each process of a command' },
  commandOutputBytes: { default: 256 * MB, unit: 'bytes', text: 'what a command prints until it is ended; `logBytes` of it are kept' },
  commandScratchBytes: { default: 256 * MB, unit: 'bytes', text: 'each of /tmp, /dev/shm and the home folder of a command' },
  commandFiles: {
    default: 20_000,
    unit: 'count',
    text: 'files and folders in the workspace of a command, and in each of its scratch folders',
  },
  commandDepth: { default: 64, unit: 'levels', text: 'folders inside folders in the workspace of a command' },
  fetchMs: { default: 30_000, unit: 'ms', text: 'one fetch, from the look-up of the name to the last byte, with all redirects' },
  fetchHeadersMs: { default: 10_000, unit: 'ms', text: 'until the headers of one answer are there, in a fetch' },
  fetchBytes: { default: 10 * MB, unit: 'bytes', text: 'the body of an answer in a fetch, both as it was sent and when inflated' },
  fetchSentBytes: { default: 1 * MB, unit: 'bytes', text: 'the body that a fetch sends' },
  fetchHeaderBytes: { default: 32 * KB, unit: 'bytes', text: 'address and headers that a fetch sends, and headers of an answer' },
  fetchHeaders: { default: 200, unit: 'count', text: 'headers that a fetch sends, and headers of an answer' },
  fetchRedirects: { default: 5, unit: 'count', text: 'redirects that a fetch follows' },
};

export type Limits = { readonly [name in LimitName]: number };

/** The defaults of {@link LIMIT_TABLE}. */
export const DEFAULT_LIMITS: Limits = Object.freeze(
  Object.fromEntries(Object.entries(LIMIT_TABLE).map(([name, limit]) => [name, limit.default])),
) as Limits;

/** `512 MB`, `60 s`, `10,000`. */
export function formatLimit(name: LimitName, value: number): string {
  const { unit } = LIMIT_TABLE[name];
  if (unit === 'bytes') return value >= MB ? `${Math.round(value / MB)} MB` : `${Math.ceil(value / KB)} kB`;
  if (unit === 'ms') return value >= 1000 ? `${value / 1000} s` : `${value} ms`;
  return value.toLocaleString('en-US');
}
