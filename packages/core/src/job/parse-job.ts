import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import { checkJob } from './check-job.ts';
import { normaliseJob, withDefaults } from './normalise-job.ts';
import { JobError, type JobProblem } from './problem.ts';
import type { Job } from './types.ts';
import { validateJob, type Mistake } from './validate-job.ts';

/** A job and the way back from its values to their places in the file. */
export interface ParsedJob {
  readonly job: Job;
  /** The place of a JSON pointer, or of the deepest part of it that the file has. */
  readonly positionOf: (pointer: string) => { line: number; column: number };
}

/**
 * Parses the text of a job file (YAML 1.2, of which JSON is a part).
 * @param file the name that errors show
 * @throws {JobError} with one problem per mistake
 */
export function parseJob(text: string, file: string): ParsedJob {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    throw new JobError(
      document.errors.map((error) => ({
        file,
        ...at(error.pos[0]),
        pointer: '',
        text: `This is not valid YAML: ${sentence(error.message)}`,
      })),
    );
  }
  const positionOf = (pointer: string): { line: number; column: number } => at(offsetOf(document, pointer, 'value'));
  const problem = ({ pointer, text: message, on = 'value' }: Mistake): JobProblem => ({
    file,
    ...at(offsetOf(document, pointer, on)),
    pointer,
    text: message,
  });

  const plain: unknown = document.toJS({ maxAliasCount: 100 });
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw new JobError([
      problem({ pointer: '', text: 'A job file is a mapping with at least version, id and deliverables; this one holds something else.' }),
    ]);
  }
  const changedNumbers = numbersThatChange(document).map(({ node, source, value }) => ({
    file,
    ...at(node.range?.[0] ?? 0),
    pointer: '',
    text: `${source} is read as the number ${value}. Put it in quotes to keep it as it is written: "${source}".`,
  }));
  const normal = normaliseJob(plain as Record<string, unknown>);
  const mistakes = validateJob(normal).map(problem);
  if (mistakes.length + changedNumbers.length > 0) throw new JobError([...mistakes, ...changedNumbers]);
  const job = withDefaults(normal);
  const contradictions = checkJob(job).map(problem);
  if (contradictions.length > 0) throw new JobError(contradictions);
  return { job, positionOf };
}

/** The first line of a YAML error, as a sentence. */
function sentence(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.endsWith('.') ? first : `${first}.`;
}

/** Where the key or the value of a pointer begins; where the file has only a part of the pointer, that part's value. */
function offsetOf(document: Document, pointer: string, on: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!pair) return offset;
      offset = (on === 'value' ? startOf(pair.value) : undefined) ?? startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)];
      if (item === undefined) return offset;
      offset = startOf(item) ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** Keys below which a value stands for what a cell holds; `values` and `value` mean other things outside of deliverables. */
const OF_CELLS: ReadonlySet<unknown> = new Set(['where', 'set', 'columns', 'cells']);

/** Numbers that stand for cells and whose digits would not come back as written: `00017`, or more digits than a number keeps. */
function numbersThatChange(document: Document): { node: Node; source: string; value: number }[] {
  const found: { node: Node; source: string; value: number }[] = [];
  visit(document, {
    Scalar(_, node, path) {
      if (typeof node.value !== 'number' || node.source === undefined) return;
      const inMatch = path.some((step) => isPair(step) && isScalar(step.key) && OF_CELLS.has(step.key.value));
      const digits = node.source.replace(/^[-+]/, '');
      const isLong = digits.replace(/\D/g, '').length > 15 && String(node.value) !== node.source;
      if (inMatch && (/^0\d/.test(digits) || isLong)) found.push({ node, source: node.source, value: node.value });
    },
  });
  return found;
}
