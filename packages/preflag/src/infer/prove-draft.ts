import { PreflagError, type Finding, type RuleId } from '@preflag/core';
import { check } from '../check/check.ts';
import type { CheckOptions } from '../check/check-options.ts';
import { plainOf, switchOff, type DraftPath, type Entry } from './draft.ts';

/** What of a draft a rule looks at: a key, one of a list by its name, or a key of one column. */
interface Aspect {
  readonly key: string;
  /** The value of a finding's data that names the item. */
  readonly nameIn?: 'expected' | 'sheet' | 'column' | 'label';
  readonly isOfColumn?: boolean;
  /** Findings of other messages do not come from the job. */
  readonly messageId?: string;
}

const ASPECTS: Readonly<Record<RuleId, Aspect>> = {
  'formatting/language-not-as-asked': { key: 'language' },
  'formatting/length-out-of-range': { key: 'length' },
  'formatting/page-not-as-asked': { key: 'page' },
  'formatting/font-not-as-asked': { key: 'font' },
  'formatting/mixed-heading-case': { key: 'headings', messageId: 'asked' },
  'formatting/mixed-date-formats': { key: 'dates', messageId: 'asked' },
  'formatting/mixed-quotes': { key: 'quotes', messageId: 'asked' },
  'formatting/mixed-citation-styles': { key: 'citation', messageId: 'asked' },
  'report-structure/section-missing': { key: 'sections', nameIn: 'expected' },
  'report-structure/section-order': { key: 'order' },
  'spreadsheet/missing-sheet': { key: 'sheets', nameIn: 'sheet' },
  'spreadsheet/missing-column': { key: 'columns', nameIn: 'column' },
  'spreadsheet/value-of-wrong-type': { key: 'type', isOfColumn: true },
  'spreadsheet/value-missing': { key: 'required', isOfColumn: true },
  'spreadsheet/value-not-unique': { key: 'unique', isOfColumn: true },
  'spreadsheet/value-not-matching-pattern': { key: 'pattern', isOfColumn: true },
  'spreadsheet/value-not-allowed': { key: 'values', isOfColumn: true },
  'spreadsheet/unit-not-as-asked': { key: 'unit', isOfColumn: true },
  'spreadsheet/rows-out-of-order': { key: 'sortedBy' },
  'spreadsheet/control-total-mismatch': { key: 'controlTotals', nameIn: 'label' },
  'translation/segment-missing': { key: 'source' },
};
/** The rules on the delivery as a whole that a job can break; a draft can do nothing about them. */
const OF_DELIVERY = 'integrity/missing-deliverable';
/** Rules on the values of a column look at the keys of its table, too. */
const ALSO_KEY: ReadonlySet<string> = new Set(['required', 'unique']);
/** What is off in one round may show more in the next: a section that is not asked for leaves an order. */
const MOST_ROUNDS = 6;
/** From this round on a list is off as a whole: its items could not be told apart by what the findings say. */
const COARSE_ROUND = 2;

/** A draft that the examples meet, and how many of its demands they did not. */
export interface ProvedDraft {
  readonly entries: readonly Entry[];
  readonly dropped: number;
}

/**
 * Checks the examples against the draft, and switches off what one of them does not meet: rules look closer than what a draft is made from.
 * @param roots the folder or file of each example
 * @throws {PreflagError} `job` where the examples do not even have the files: a mistake of ours
 */
export async function proveDraft(entries: readonly Entry[], roots: readonly string[], options: CheckOptions = {}): Promise<ProvedDraft> {
  let [draft, dropped] = [entries, 0];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const unmet = new Map<string, (path: DraftPath) => boolean>();
    for (const root of roots)
      for (const { finding, deliverable } of await findingsOn(root, draft, options)) {
        const aspect = ASPECTS[finding.rule];
        if (!aspect || (aspect.messageId !== undefined && aspect.messageId !== finding.messageId)) continue;
        const name = round < COARSE_ROUND ? nameIn(finding, aspect) : undefined;
        unmet.set(`${finding.rule} ${deliverable} ${name}`, isAbout(deliverable, aspect, name));
      }
    if (unmet.size === 0) return { entries: draft, dropped };
    dropped += unmet.size;
    const tests = [...unmet.values()];
    draft = switchOff(draft, 'not met by all of the examples', (path) => tests.some((test) => test(path)));
  }
  throw new PreflagError('job', 'The examples do not meet the job that was made from them. Please report this as a bug of preflag.');
}

async function findingsOn(
  root: string,
  draft: readonly Entry[],
  options: CheckOptions,
): Promise<readonly { readonly finding: Finding; readonly deliverable: string }[]> {
  const report = await check(root, { ...options, job: plainOf(draft), only: [...Object.keys(ASPECTS), OF_DELIVERY] });
  const missing = report.findings.find(({ rule }) => rule === OF_DELIVERY);
  if (missing) throw new PreflagError('job', `The examples do not fit the job that was made from them: ${missing.message}.`);
  const deliverables = new Map(report.manifest.map(({ path, deliverable }) => [path, deliverable]));
  return report.findings.flatMap((finding) => {
    const deliverable = deliverables.get(finding.file);
    return deliverable === undefined ? [] : [{ finding, deliverable }];
  });
}

function nameIn({ data }: Finding, { nameIn: key, isOfColumn = false }: Aspect): string | undefined {
  const name = data[key ?? (isOfColumn ? 'column' : '')];
  return typeof name === 'string' ? name : undefined;
}

/** True for places in the draft that a finding speaks against. */
function isAbout(
  deliverable: string,
  { key, nameIn: isListed, isOfColumn = false }: Aspect,
  name: string | undefined,
): (path: DraftPath) => boolean {
  return (path) => {
    const [list, of, ...rest] = path;
    if (list !== 'deliverables' || of !== deliverable) return false;
    const last = rest.at(-1);
    if (isOfColumn) {
      const isColumn = rest.at(-3) === 'columns' && (name === undefined || rest.at(-2) === name);
      return (last === key && isColumn) || (last === 'key' && ALSO_KEY.has(key));
    }
    return isListed && name !== undefined ? rest.at(-2) === key && last === name : last === key;
  };
}
