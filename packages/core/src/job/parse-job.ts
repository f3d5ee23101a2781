import { isPair, isScalar, visit, type Document, type Node } from 'yaml';
import { FileError, type FileProblem } from '../file/problem.ts';
import { readYaml, type YamlFile } from '../file/read-yaml.ts';
import { validateAgainst } from '../file/validate.ts';
import { checkJob } from './check-job.ts';
import { normaliseJob, withDefaults } from './normalise-job.ts';
import { JOB_SCHEMA } from './schema.ts';
import type { Job } from './types.ts';

/** A job and the way back from its values to their places in the file. */
export interface ParsedJob extends Pick<YamlFile, 'positionOf'> {
  readonly job: Job;
}

const A_JOB = { code: 'job', shape: 'A job file is a mapping with at least version, id and deliverables' } as const;

/**
 * Parses the text of a job file (YAML 1.2, of which JSON is a part).
 * @param file the name that errors show
 * @throws {FileError} with one problem per mistake
 */
export function parseJob(text: string, file: string): ParsedJob {
  const { plain, document, positionOf, at, problem } = readYaml(text, file, A_JOB);
  const changedNumbers = numbersThatChange(document).map(({ node, source, value }): FileProblem => ({
    file,
    ...at(node.range?.[0] ?? 0),
    pointer: '',
    text: `${source} is read as the number ${value}. Put it in quotes to keep it as it is written: "${source}".`,
  }));
  const normal = normaliseJob(plain);
  const mistakes = validateAgainst(JOB_SCHEMA, normal, 'The job').map(problem);
  if (mistakes.length + changedNumbers.length > 0) throw new FileError('job', [...mistakes, ...changedNumbers]);
  const job = withDefaults(normal);
  const contradictions = checkJob(job).map(problem);
  if (contradictions.length > 0) throw new FileError('job', contradictions);
  return { job, positionOf };
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
