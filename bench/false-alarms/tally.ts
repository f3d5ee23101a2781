import { CERTAINTIES, type Certainty, type Rule, type RuleResult } from '@preflag/core';

export interface Options {
  readonly root: string;
  readonly files: readonly string[];
  /** The rule whose findings are printed. */
  readonly list?: string | undefined;
  /** How many of a rule's findings are printed at the end, in place of all as they come. */
  readonly sample?: number | undefined;
}

interface Count {
  things: number;
  /** Things with at least one finding, and findings, by the certainty of the finding; and the most certain of each thing. */
  flagged: number;
  readonly by: Record<Certainty, { things: number; findings: number }>;
  errors: number;
  notChecked: number;
}

/** Counts per group and rule how many things (files, segments) have findings. */
export class Tally {
  readonly #rules: readonly Rule[];
  readonly #list: string | undefined;
  readonly #sample: number | undefined;
  readonly #counts = new Map<string, Map<string, Count>>();
  readonly #lines = new Map<string, string[]>();

  constructor(rules: readonly Rule[], { list, sample }: Pick<Options, 'list' | 'sample'>) {
    this.#rules = rules;
    this.#list = list;
    this.#sample = sample;
  }

  /** Adds what the rules came to on one thing, or on `things` of them that findings tell apart by their place. */
  add(group: string, results: readonly RuleResult[], things = 1): void {
    for (const { check, findings } of results) {
      const count = this.#countOf(group, check.rule);
      count.things += things;
      count.errors += Number(check.outcome === 'error');
      count.notChecked += Number(check.outcome === 'not-checked');
      if (check.outcome === 'error') console.log(`error in ${check.file}: ${check.rule}: ${check.reason?.text}`);
      const place = ({ location, file }: (typeof findings)[number]): string =>
        things > 1 && location.kind === 'segment' ? location.id : file;
      count.flagged += new Set(findings.map(place)).size;
      for (const certainty of CERTAINTIES) {
        const own = findings.filter((finding) => finding.certainty === certainty);
        count.by[certainty].findings += own.length;
        count.by[certainty].things += new Set(own.map(place)).size;
      }
      if (check.rule !== this.#list && this.#list !== '*') continue;
      const lines = findings.map(lineOf);
      if (this.#sample === undefined) for (const line of lines) console.log(line);
      else this.#lines.set(check.rule, [...(this.#lines.get(check.rule) ?? []), ...lines]);
    }
  }

  print(things: string): void {
    for (const [rule, lines] of this.#lines) {
      const step = Math.max(1, lines.length / (this.#sample ?? 1));
      const chosen = lines.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
      if (lines.length > 0) console.log(`\n${rule}: ${chosen.length} of ${lines.length}\n${chosen.join('\n')}`);
    }
    for (const [group, counts] of this.#counts) {
      console.log(
        `\n${group}\n| rule | ${things} | flagged | certain | likely | hint | findings c/l/h | not checked | errors |\n|---|---|---|---|---|---|---|---|---|`,
      );
      for (const { id } of this.#rules) {
        const count = counts.get(id);
        if (!count) continue;
        const share = (part: number): string => `${part} (${((100 * part) / Math.max(1, count.things)).toFixed(2)} %)`;
        const { certain, likely, hint } = count.by;
        console.log(
          `| ${id} | ${count.things} | ${share(count.flagged)} | ${[certain, likely, hint].map((one) => share(one.things)).join(' | ')} | ${certain.findings}/${likely.findings}/${hint.findings} | ${count.notChecked} | ${count.errors} |`,
        );
      }
    }
  }

  #countOf(group: string, rule: string): Count {
    const counts = this.#counts.get(group) ?? new Map<string, Count>();
    this.#counts.set(group, counts);
    const none = (): { things: number; findings: number } => ({ things: 0, findings: 0 });
    const count = counts.get(rule) ?? {
      things: 0,
      flagged: 0,
      by: { certain: none(), likely: none(), hint: none() },
      errors: 0,
      notChecked: 0,
    };
    counts.set(rule, count);
    return count;
  }
}

function lineOf({ certainty, messageId, place, message, evidence }: RuleResult['findings'][number]): string {
  const text = `${evidence.prefix ?? ''}⟦${evidence.excerpt}⟧${evidence.suffix ?? ''}`;
  return `${certainty} ${messageId} | ${place} | ${message} | ${text}`.replace(/\s+/g, ' ');
}
