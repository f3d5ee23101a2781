import {
  demandsOf,
  demandWords,
  isOpen,
  type Asked,
  type Check,
  type Deliverable,
  type Finding,
  type Job,
  type Manifest,
  type RuleId,
} from '@preflag/core';
import type { ChecksResult } from './ask-checks.ts';

/** What was found and what became of it, to compare the demands of a job with. */
interface Outcome {
  readonly manifest: Manifest;
  /** By the index of the file in the manifest. */
  readonly results: readonly (ChecksResult | undefined)[];
  readonly findings: readonly Finding[];
  readonly checks: readonly Check[];
}

/** Each thing that the job asks for, and whether it is proved, failed, or left to a person. */
export function askedOf(job: Job, outcome: Outcome): readonly Asked[] {
  return [...job.deliverables.flatMap((deliverable) => ofDeliverable(deliverable, outcome)), ...ofRubric(job, outcome)];
}

function ofDeliverable(deliverable: Deliverable, outcome: Outcome): readonly Asked[] {
  const files = outcome.manifest.flatMap((entry, index) => (entry.deliverable === deliverable.path ? [{ ...entry, index }] : []));
  const about = { deliverable: deliverable.path, ...(deliverable.asked !== undefined && { asked: deliverable.asked }) };
  const demands = demandsOf(deliverable).map((demand): Asked => {
    const rules = [...new Set(files.flatMap(({ index }) => outcome.results[index]?.demands[demand] ?? []))] as RuleId[];
    const paths = new Set(files.map(({ path }) => path));
    const state =
      files.length === 0 ? { state: 'open' as const, reason: 'There is no such file to look at.' } : stateOf(rules, paths, outcome);
    return { ...about, demand, text: demandWords(deliverable, demand), rules, ...state };
  });
  return [{ ...about, demand: 'file', rules: ['integrity/missing-deliverable'], ...countState(deliverable, files.length) }, ...demands];
}

/** Whether there are as many files as asked for. */
function countState({ path, count: { min = 0, max = Infinity }, optional }: Deliverable, files: number): Pick<Asked, 'text' | 'state'> {
  const isMet = (files >= min && files <= max) || (optional && files === 0);
  const expected = min === 1 && max === 1 ? 'A file' : max === Infinity ? `At least ${min} files` : `${min} to ${max} files`;
  return { text: `${expected}: ${path}${optional ? ' (optional)' : ''}`, state: isMet ? 'proved' : 'failed' };
}

/** By the rules that look at a demand, on these files (all where `files` is absent). */
function stateOf(
  rules: readonly string[],
  files: ReadonlySet<string> | undefined,
  { checks, findings }: Outcome,
): Pick<Asked, 'state' | 'reason'> {
  const isAbout = ({ rule, file }: { readonly rule: string; readonly file: string }): boolean =>
    rules.includes(rule) && (files === undefined || files.has(file));
  const open = findings.filter((finding) => isAbout(finding) && isOpen(finding));
  // A rule may look at several demands: this one it was not asked for here.
  const own = checks.filter((check) => isAbout(check) && check.reason?.code !== 'not-asked');
  if (open.some(({ certainty }) => certainty === 'certain')) return { state: 'failed' };
  if (open.length > 0)
    return { state: 'open', reason: `${open.length === 1 ? 'A finding is' : `${open.length} findings are`} not certain: please look.` };
  const missed = own.find(({ outcome }) => outcome !== 'passed' && outcome !== 'failed');
  if (own.length > 0 && !missed) return { state: 'proved' };
  return { state: 'open', reason: missed?.reason?.text ?? 'No rule that ran looks at it.' };
}

function ofRubric({ rubric }: Job, outcome: Outcome): readonly Asked[] {
  return rubric.map(({ id, statement, level, asked, provedBy }) => ({
    deliverable: '.',
    demand: 'criterion',
    criterion: id,
    level,
    text: statement,
    ...(asked !== undefined && { asked }),
    rules: provedBy as readonly RuleId[],
    ...(provedBy.length > 0 ? stateOf(provedBy, undefined, outcome) : { state: 'open' as const, reason: 'Yours to judge.' }),
  }));
}
