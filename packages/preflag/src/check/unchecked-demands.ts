import { demandsOf, type Check, type Job } from '@preflag/core';
import type { LinkedFile } from '@preflag/readers/links';
import type { ChecksResult } from './ask-checks.ts';

/**
 * What the job demands and no rule that ran on the file checks, the meaning of translations, and the criteria that a person judges:
 * not checked, and said so.
 * A demand that nobody looks at must not look like one that is met.
 */
export function uncheckedDemands(job: Job | null, linked: readonly LinkedFile[], results: readonly ChecksResult[]): readonly Check[] {
  const ofMeaning = linked.flatMap(({ file, source }, index) =>
    source || hasPairs(results[index])
      ? [notChecked('job/meaning', file.file, 'whether it means what its source says, which no rule judges')]
      : [],
  );
  if (!job) return ofMeaning;
  const ofFiles = linked.flatMap(({ file, deliverable }, index) => {
    const covered = new Set(Object.keys(results[index]?.demands ?? {}));
    return (deliverable ? demandsOf(deliverable) : [])
      .filter((demand) => !covered.has(demand))
      .map((demand) =>
        notChecked(
          `job/${demand.toLowerCase().replace('.', '-')}`,
          file.file,
          `'${demand}' is asked for by the job, and no rule that ran checks it`,
        ),
      );
  });
  const ofRubric = job.rubric.map(({ id, statement }) => notChecked('job/criterion', '.', `${id}: ${statement}`));
  return [...ofFiles, ...ofMeaning, ...ofRubric];
}

/** Source and translation stand in the file itself (a po, a csv with columns of languages), which shows only when it is read. */
function hasPairs(result: ChecksResult | undefined): boolean {
  return result?.checks.some(({ rule, outcome }) => rule === ON_PAIRS && (outcome === 'passed' || outcome === 'failed')) ?? false;
}

/** A rule that looks at every pair of texts. */
const ON_PAIRS = 'translation/segment-missing';

function notChecked(rule: string, file: string, text: string): Check {
  return { rule: rule as Check['rule'], file, outcome: 'not-checked', reason: { code: 'needs-person', text }, durationMs: 0 };
}
