import type { Report } from '@preflag/core';
import { coverageText } from '../coverage.ts';
import { deliveryNames } from '../lib/delivery-names.ts';
import { uncheckedText, type MachineOptions } from '../lib/machine-options.ts';
import { neutralise } from '../neutralise.ts';
import { casesOf, type Case } from './cases-of.ts';
import { element, escapeXml } from './xml.ts';

/**
 * Reports as JUnit XML, for what shows tests: a suite is a delivery, a case is a rule on a file. A case fails only where a finding
 * fails the delivery; others pass and have their findings as output. What was not checked is skipped with the reason, and what could not be
 * finished is an error.
 */
export function renderJunit(reports: readonly Report[], { unchecked = 0 }: Pick<MachineOptions, 'unchecked'> = {}): string {
  const names = deliveryNames(reports);
  const suites = reports.map((report, index) => ({ report, name: names[index] ?? '', cases: casesOf(report) }));
  const missing = unchecked > 0 ? [uncheckedCase(unchecked)] : [];
  const body = [
    ...suites.map(({ report, name, cases }) => suiteXml(report, name, cases)),
    ...(missing.length > 0
      ? [`${element('testsuite', { name: 'preflag', ...attributesOf(missing, 0) }, missing.map(caseXml).join(''))}\n`]
      : []),
  ].join('');
  const total = attributesOf(
    [...suites.flatMap(({ cases }) => cases), ...missing],
    reports.reduce((sum, { summary }) => sum + summary.durationMs, 0),
  );
  const { skipped: _, ...ofAll } = total;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'preflag', ...ofAll }, `\n${body}`)}\n`;
}

function uncheckedCase(count: number): Case {
  const text = uncheckedText(count);
  return { classname: 'preflag', name: 'preflag/deliveries', ms: 0, state: 'error', message: text, text, output: '' };
}

function suiteXml(report: Report, name: string, cases: readonly Case[]): string {
  const { verdict, reason, gate, checks, summary, notices = [] } = report;
  const properties = { verdict, reason, failOn: gate.failOn, checked: coverageText(checks) };
  const lines = [
    element(
      'properties',
      {},
      Object.entries(properties)
        .map(([key, value]) => element('property', { name: key, value }))
        .join(''),
    ),
    ...cases.map(caseXml),
    ...(notices.length > 0 ? [element('system-out', {}, escapeXml(notices.map(({ text }) => neutralise(text)).join('\n')))] : []),
  ];
  return `${element('testsuite', { name, ...attributesOf(cases, summary.durationMs) }, `\n${lines.map((line) => `${line}\n`).join('')}`)}\n`;
}

function attributesOf(cases: readonly Case[], ms: number): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped' | 'time', string>> {
  const count = (state: Case['state']): string => String(cases.filter((one) => one.state === state).length);
  return { tests: String(cases.length), failures: count('failure'), errors: count('error'), skipped: count('skipped'), time: seconds(ms) };
}

function caseXml({ name, classname, ms, state, message, text, output }: Case): string {
  const inner = [
    ...(state === 'passed' ? [] : [element(state, { message, ...(state !== 'skipped' && { type: name }) }, escapeXml(text))]),
    ...(output === '' ? [] : [element('system-out', {}, escapeXml(output))]),
  ];
  return element('testcase', { classname, name, time: seconds(ms) }, inner.join(''));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
