import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare, type ReportFile } from 'preflag';
import { parseJob } from '@preflag/core/job';
import { validateReport } from '@preflag/core/report';
import { renderPretty } from '@preflag/reporters';

const read = (file: string): string => readFileSync(join(import.meta.dirname, 'v1', file), 'utf8');

describe('files of version 1 stay readable', () => {
  it('a report', () => {
    const file = JSON.parse(read('report.json')) as ReportFile;
    expect(validateReport(file)).toEqual([]);
    const [report] = file.reports;
    if (!report) throw new Error('The stored file has no report.');
    expect(compare(report, report).remaining.length).toBe(report.findings.length);
    expect(renderPretty([report])).toContain('Verdict  FAIL');
  });

  it('a job', () => {
    const { job } = parseJob(read('job.yaml'), 'job.yaml');
    expect(job.deliverables.map(({ path, type, optional }) => [path, type, optional])).toEqual([
      ['sales.xlsx', 'spreadsheet', false],
      ['report*.md', 'report', false],
      ['report.de.md', 'translation', true],
    ]);
    expect(job.gate).toEqual({ failOn: 'critical', require: ['before'] });
  });

  it('a report that was changed by hand is refused with its places', () => {
    const file = JSON.parse(read('report.json')) as { reports: { verdict: string; findings: { severity: string }[] }[] };
    file.reports[0]!.verdict = 'passed';
    file.reports[0]!.findings[0]!.severity = 'awful';
    expect(validateReport(file)).toEqual([
      '/reports/0/verdict must be equal to one of the allowed values',
      '/reports/0/findings/0/severity must be equal to one of the allowed values',
    ]);
  });
});
