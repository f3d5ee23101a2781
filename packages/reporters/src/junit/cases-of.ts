import { isBlocking, type Check, type Finding, type Report } from '@preflag/core';
import { neutralise } from '../neutralise.ts';
import { findingLines } from '../lib/finding-lines.ts';

/** A rule on a file. */
export interface Case {
  /** The file; the delivery as a whole is `the delivery`. */
  readonly classname: string;
  /** The rule. */
  readonly name: string;
  readonly ms: number;
  readonly state: 'passed' | 'failure' | 'error' | 'skipped';
  /** Why it is not passed, in one line; empty for what is. */
  readonly message: string;
  /** What fails it, or why it could not be finished. */
  readonly text: string;
  /** What it found that fails nothing, and what of it was not checked. */
  readonly output: string;
}

/** The cases of a delivery. An incomplete verdict is a case of its own: nothing else would tell that a required input was absent. */
export function casesOf(report: Report): readonly Case[] {
  const { checks, findings, verdict, reason } = report;
  const keys = new Set(checks.map(({ rule, file }) => keyOf(rule, file)));
  // Rules on the delivery as a whole name the file that they are about.
  const ofKey = Map.groupBy(findings, ({ rule, file }) => (keys.has(keyOf(rule, file)) ? keyOf(rule, file) : keyOf(rule, '.')));
  const told = checks.map((check) => toCase(check, ofKey.get(keyOf(check.rule, check.file)) ?? [], report));
  // No finding is lost for want of an outcome beside it.
  const untold = [...ofKey].flatMap(([key, [first, ...more]]) =>
    first && !keys.has(key)
      ? [toCase({ rule: first.rule, file: first.file, outcome: 'failed', durationMs: 0 }, [first, ...more], report)]
      : [],
  );
  const cases = [...told, ...untold];
  const incomplete: Case = {
    classname: 'the delivery',
    name: 'preflag/verdict',
    ms: 0,
    state: 'error',
    message: `incomplete: ${reason}`,
    text: reason,
    output: '',
  };
  return verdict === 'incomplete' ? [incomplete, ...cases] : cases;
}

function keyOf(rule: string, file: string): string {
  return `${rule} ${file}`;
}

function toCase(check: Check, findings: readonly Finding[], { gate }: Report): Case {
  const { rule, file, outcome, reason, durationMs } = check;
  const blocking = findings.filter((finding) => isBlocking(finding, gate));
  const others = findings.filter((finding) => !isBlocking(finding, gate));
  const why = neutralise(reason?.text ?? '');
  const base = { classname: file === '.' ? 'the delivery' : file, name: rule, ms: durationMs };
  const output = listed(others);
  if (blocking.length > 0) {
    const [first] = blocking;
    const more = blocking.length > 1 ? ` (and ${blocking.length - 1} more)` : '';
    const unfinished = outcome === 'error' || reason ? `\n\nNot all was checked: ${why}` : '';
    return { ...base, state: 'failure', message: `${first?.message}${more}`, text: listed(blocking) + unfinished, output };
  }
  if (outcome === 'error') return { ...base, state: 'error', message: why, text: why, output };
  if (outcome === 'not-checked')
    return { ...base, state: 'skipped', message: `${reason?.code ?? 'not checked'}: ${why}`, text: '', output };
  const partly = reason ? `Not all was checked: ${why}` : '';
  return { ...base, state: 'passed', message: '', text: '', output: [output, partly].filter((text) => text !== '').join('\n\n') };
}

function listed(findings: readonly Finding[]): string {
  return findings.map((finding) => findingLines(finding).join('\n')).join('\n\n');
}
