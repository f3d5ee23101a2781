import picomatch from 'picomatch';
import type { BaselineEntry } from '../baseline/types.ts';
import type { Finding } from '../finding.ts';
import type { Ignore } from '../job/types.ts';
import type { Check, Notice } from '../report/types.ts';

/** Findings that are accepted, and who says so. */
export interface Exceptions {
  readonly job?: readonly Ignore[];
  readonly config?: readonly Ignore[];
  /** The entries for this job. */
  readonly baseline?: readonly BaselineEntry[];
  /** The day on which they are looked at: `2026-11-26`. Default today, in the time zone of the machine. */
  readonly today?: string;
}

type Sealed = Pick<Finding, 'rule' | 'file' | 'fingerprint'>;
export type Ignored = NonNullable<Finding['ignored']>;

/** Says of findings whether they are accepted, and remembers which exceptions were of use. */
export class ExceptionList {
  readonly #ignores: readonly { readonly ignore: Ignore; readonly from: 'job' | 'config' }[];
  readonly #entries: ReadonlyMap<string, BaselineEntry>;
  readonly #today: string;
  readonly #used = new Set<Ignore | BaselineEntry>();

  constructor({ job = [], config = [], baseline = [], today = dayOf(new Date()) }: Exceptions) {
    this.#ignores = [
      ...job.map((ignore) => ({ ignore, from: 'job' as const })),
      ...config.map((ignore) => ({ ignore, from: 'config' as const })),
    ];
    this.#entries = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
    this.#today = today;
  }

  /** Why the finding is accepted; `undefined` when it is not. */
  of(finding: Sealed): Ignored | undefined {
    const found = this.#ignores.find(({ ignore }) => matches(ignore, finding));
    if (found) {
      this.#used.add(found.ignore);
      return { reason: found.ignore.reason, from: found.from };
    }
    const entry = this.#entries.get(finding.fingerprint);
    if (entry) this.#used.add(entry);
    if (!entry || this.#isExpired(entry)) return undefined;
    const { reason, by, at, expires } = entry;
    return { reason, from: 'baseline', by, at, ...(expires !== undefined && { expires }) };
  }

  /** Exceptions that have expired, or that nothing matches any more although the rule looked again. Call it after the last finding. */
  notices(checks: readonly Check[]): readonly Notice[] {
    const ran = checks.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed');
    const isStale = (rule: string, path: string | undefined): boolean =>
      ran.some((check) => picomatch.isMatch(check.rule, rule) && (path === undefined || isPath(check.file, path)));
    const ignores = this.#ignores
      .filter(({ ignore }) => !this.#used.has(ignore) && isStale(ignore.rule, ignore.path))
      .map(({ ignore, from }): Notice => ({
        code: 'stale-ignore',
        text: `The ${from} ignores ${ignore.rule}${ignore.path === undefined ? '' : ` in ${ignore.path}`} (${ignore.reason}), and there is no such finding: remove the entry.`,
      }));
    const entries = [...this.#entries.values()].flatMap((entry): readonly Notice[] => {
      const what = `The baseline accepts ${entry.rule} in ${entry.file} (${entry.reason})`;
      if (this.#used.has(entry))
        return this.#isExpired(entry)
          ? [{ code: 'expired-baseline', text: `${what} until ${entry.expires}, which is over: it counts again.` }]
          : [];
      return isStale(entry.rule, entry.file)
        ? [{ code: 'stale-baseline', text: `${what}, and there is no such finding any more: preflag baseline --prune removes it.` }]
        : [];
    });
    return [...ignores, ...entries];
  }

  #isExpired({ expires }: BaselineEntry): boolean {
    return expires !== undefined && expires < this.#today;
  }
}

function matches(ignore: Ignore, { rule, file, fingerprint }: Sealed): boolean {
  return (
    picomatch.isMatch(rule, ignore.rule) &&
    (ignore.path === undefined || isPath(file, ignore.path)) &&
    (ignore.fingerprint === undefined || fingerprint.startsWith(ignore.fingerprint))
  );
}

function isPath(file: string, glob: string): boolean {
  return file === glob || picomatch.isMatch(file, glob, { dot: true, basename: !glob.includes('/') });
}

/** `2026-11-26`, where the machine is. */
export function dayOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
