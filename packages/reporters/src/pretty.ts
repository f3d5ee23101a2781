import { stripVTControlCharacters, styleText } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';
import { isOpen, type Finding, type Report, type Severity } from '@preflag/core';
import { coverageText } from './coverage.ts';
import { contextOf } from './lib/context-of.ts';
import { placeInFile } from './lib/place-in-file.ts';
import { neutralise } from './neutralise.ts';

export interface PrettyOptions {
  /** Default false. */
  readonly color?: boolean;
  /** Columns of the terminal; default 100, at most 110 are used. */
  readonly width?: number;
  /** Only findings and the verdict. Default false. */
  readonly quiet?: boolean;
}

/** How many places of one thing, and things of one rule in a file, are listed; the rest is counted. */
const PLACES = 3;
const THINGS = 8;

/** A report for a person at a terminal: by file, worst first, the last lines say what was and was not checked. */
export function renderPretty(reports: readonly Report[], options: PrettyOptions = {}): string {
  const page = new Page(options);
  return reports.map((report) => renderReport(report, page, options.quiet ?? false)).join('\n');
}

function renderReport(report: Report, page: Page, quiet: boolean): string {
  const open = report.findings.filter(isOpen);
  const shown = open.filter(({ certainty }) => certainty !== 'hint');
  const parts = [
    ...(quiet ? [] : [page.title(report.root, report.job === null ? 'no job' : `job ${report.job}`)]),
    ...byFile(shown).map(([file, findings]) => renderFile(file, findings, page)),
    ...countLines(
      'Hints',
      open.filter(({ certainty }) => certainty === 'hint'),
      page,
    ),
    ...countLines('Was there before', report.findings.filter(isInherited), page),
    ...errorLines(report, page),
    ...(quiet ? [] : personLines(report, page)),
    ...(quiet ? [] : noticeLines(report, page)),
    ...(quiet ? [] : [summaryLines(report, page)]),
    verdictLine(report, page),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function renderFile(file: string, findings: readonly Finding[], page: Page): string {
  const rules = Map.groupBy(findings, ({ rule, severity, certainty }) => JSON.stringify([rule, severity, certainty]));
  return `${page.heading(file === '.' ? 'The delivery' : file)}\n${[...rules.values()].map((ofRule) => renderRule(ofRule, file, page)).join('\n')}`;
}

/** What a rule found in a file: each thing with its places, and once why it matters and what to do. */
function renderRule(findings: readonly Finding[], file: string, page: Page): string {
  const groups = [...Map.groupBy(findings, ({ messageId, group, message }) => JSON.stringify([messageId, group ?? message])).values()];
  const [first] = findings;
  if (!first) return '';
  const isOneAdvice = groups.length === 1 || findings.every(({ advice }) => advice === first.advice);
  const left = groups.slice(THINGS).flat().length;
  const lines = [
    ...groups.slice(0, THINGS).flatMap((group) => [...renderGroup(group, file, page), ...(isOneAdvice ? [] : adviceLine(group, page))]),
    ...(left > 0 ? [page.detail('and', `${left} more of this rule, listed by --format json`)] : []),
    page.detail('why', first.why),
    ...(isOneAdvice ? adviceLine(findings, page) : []),
    page.detail(
      'rule',
      page.dim(`${first.rule} · ${first.certainty}${first.certainty === 'certain' ? '' : ' (does not fail the delivery)'}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function adviceLine([first]: readonly Finding[], page: Page): readonly string[] {
  return first ? [page.detail('do', neutralise(first.advice))] : [];
}

function renderGroup(findings: readonly Finding[], file: string, page: Page): readonly string[] {
  const [first] = findings;
  if (!first) return [];
  const where = whereText(findings, file, page);
  const { found, expected, excerpt } = first.evidence;
  return [
    page.item(first.severity, `${page.severity(first.severity)} ${page.bold(neutralise(first.message))}`),
    ...(where ? [page.detail('at', where)] : othersLine(findings, page)),
    ...(found !== undefined && !says(first, found) ? [page.detail('found', `“${neutralise(found)}”`)] : []),
    ...(expected !== undefined && !says(first, expected) ? [page.detail('expected', `“${neutralise(expected)}”`)] : []),
    ...(excerpt && first.location.kind !== 'cell' && contextOf(first) !== found && excerpt !== expected
      ? [page.detail('text', page.dim(neutralise(contextOf(first))))]
      : []),
    ...(first.related ?? [])
      .slice(0, PLACES)
      .map(({ label, file: other }) => page.detail('see', `${neutralise(label)}${other === first.file ? '' : ` (${neutralise(other)})`}`)),
  ];
}

/** The places, each once; empty where there are none in the file. */
function whereText(findings: readonly Finding[], file: string, page: Page): string {
  const places = [...Map.groupBy(findings, ({ place }) => placeInFile(place, file))];
  const shown = places.slice(0, PLACES);
  const left = findings.length - shown.reduce((sum, [, { length }]) => sum + length, 0);
  const more = left > 0 ? ` and ${left} more ${left === 1 ? 'place' : 'places'}` : '';
  const where = shown
    .filter(([place]) => place !== '')
    .map(([place, { length }]) => `${neutralise(place)}${length > 1 ? ` (${length} times)` : ''}`)
    .join(page.dim('; '));
  return where === '' ? '' : where + more;
}

/** Of things that have no place in the file their messages are listed. */
function othersLine(findings: readonly Finding[], page: Page): readonly string[] {
  const messages = [...new Set(findings.map(({ message }) => message))].slice(1);
  if (messages.length === 0) return [];
  const left = messages.length - PLACES;
  const more = left > 0 ? [`and ${left} more`] : [];
  return [page.detail('also', [...messages.slice(0, PLACES).map(neutralise), ...more].join('; '))];
}

/** The message says it already, in whole or cut. */
function says({ message }: Finding, text: string): boolean {
  return message.includes(text.slice(0, 60));
}

/** Hints, and what is not the agent's doing, are counted by rule: they are for those who look for them. */
function countLines(what: string, findings: readonly Finding[], page: Page): readonly string[] {
  if (findings.length === 0) return [];
  const counts = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, own]) => `${rule} × ${own.length}`);
  return [`${page.dim(page.wrap('', `${what}, listed by --format json: ${counts.join(', ')}`))}\n`];
}

function isInherited({ origin, ignored }: Finding): boolean {
  return origin === 'inherited' && !ignored;
}

function errorLines({ checks }: Report, page: Page): readonly string[] {
  const errors = checks.filter(({ outcome }) => outcome === 'error');
  if (errors.length === 0) return [];
  const lines = errors.map(({ rule, file, reason }) => {
    const where = file === '.' ? '' : ` on ${neutralise(file)}`;
    return page.bullet(`${rule}${where}: ${neutralise(reason?.text ?? '')}`);
  });
  return [`${page.heading('Checks that could not be finished')}\n${lines.join('\n')}\n`];
}

/** What nobody has looked at yet, and no rule can or does. */
function personLines({ checks }: Report, page: Page): readonly string[] {
  const open = checks.filter(({ outcome, reason }) => outcome === 'not-checked' && reason?.code === 'needs-person');
  if (open.length === 0) return [];
  const lines = open.map(({ file, reason }) =>
    page.bullet(`${file === '.' ? '' : `${neutralise(file)}: `}${neutralise(reason?.text ?? '')}`),
  );
  return [`${page.heading('Left for a person')}\n${lines.join('\n')}\n`];
}

/** What settings left out or do in vain. */
function noticeLines({ notices = [] }: Report, page: Page): readonly string[] {
  if (notices.length === 0) return [];
  return [`${page.heading('Settings')}\n${notices.map(({ text }) => page.bullet(neutralise(text))).join('\n')}\n`];
}

function summaryLines({ summary, findings, checks }: Report, page: Page): string {
  const { critical, important, minor } = summary.findings;
  const { certain, likely, hint } = summary.certainty;
  const apart = [
    ...(['job', 'config', 'baseline'] as const).map(
      (from) => [findings.filter(({ ignored }) => ignored?.from === from).length, `accepted by the ${from}`] as const,
    ),
    [findings.filter(isInherited).length, 'there before'] as const,
  ].flatMap(([count, text]) => (count ? [`${count} ${text}`] : []));
  const counts =
    critical + important + minor === 0
      ? 'none in what was checked'
      : `${critical} critical · ${important} important · ${minor} minor (${certain} certain, ${likely} likely, ${hint} ${hint === 1 ? 'hint' : 'hints'})`;
  return [page.field('Findings', [counts, ...apart].join(' · ')), page.field('Checks', coverageText(checks))].join('\n');
}

function verdictLine({ verdict, reason }: Report, page: Page): string {
  return page.field('Verdict', `${page.verdict(verdict)} ${page.dim(`· ${reason}`)}`);
}

/** By file, the file with the worst finding first; findings keep their order. */
function byFile(findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] {
  return [...Map.groupBy(findings, ({ file }) => file)];
}

/** Widths and colours. */
class Page {
  readonly #color: boolean;
  readonly #width: number;

  constructor({ color = false, width = 100 }: PrettyOptions) {
    this.#color = color;
    this.#width = Math.max(40, Math.min(width, 110));
  }

  title(root: string, job: string): string {
    return `${this.bold('preflag')} ${neutralise(root)} ${this.dim(`· ${neutralise(job)}`)}\n`;
  }

  heading(text: string): string {
    return this.#style(['bold', 'underline'], neutralise(text));
  }

  item(severity: Severity, text: string): string {
    const mark = severity === 'critical' ? '✖' : severity === 'important' ? '▲' : '•';
    return this.wrap(`  ${this.#style(SEVERITY_STYLES[severity], mark)} `, text);
  }

  detail(label: string, text: string): string {
    return this.wrap(`    ${this.dim(label.padEnd(8))} `, text);
  }

  bullet(text: string): string {
    return this.wrap('  · ', text);
  }

  field(label: string, text: string): string {
    return this.wrap(this.bold(label.padEnd(9)), text);
  }

  severity(severity: Severity): string {
    return this.#style(SEVERITY_STYLES[severity], severity);
  }

  verdict(verdict: Report['verdict']): string {
    return this.#style(['bold', verdict === 'pass' ? 'green' : verdict === 'fail' ? 'red' : 'yellow'], verdict.toUpperCase());
  }

  bold(text: string): string {
    return this.#style(['bold'], text);
  }

  dim(text: string): string {
    return this.#style(['dim'], text);
  }

  /** Wraps behind a lead at the page's width; later lines stand below the text. */
  wrap(lead: string, text: string): string {
    const indent = stripVTControlCharacters(lead).length;
    const lines = wrapAnsi(text, this.#width - indent, { hard: true, trim: true }).split('\n');
    return lines.map((line, index) => (index === 0 ? lead : ' '.repeat(indent)) + line).join('\n');
  }

  #style(format: readonly Style[], text: string): string {
    return this.#color ? styleText([...format], text, { validateStream: false }) : text;
  }
}

type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'green' | 'cyan';

const SEVERITY_STYLES: Readonly<Record<Severity, readonly Style[]>> = { critical: ['red'], important: ['yellow'], minor: ['cyan'] };
