import { describe, expect, it } from 'vitest';
import type { Report } from '@preflag/core';
import { sampleCheck, sampleFinding, sampleReport } from '../tests/sample-report.ts';
import { renderGitlab } from './gitlab.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const issuesOf = (...reports: readonly Report[]): readonly Issue[] => JSON.parse(renderGitlab(reports)) as readonly Issue[];

describe('renderGitlab', () => {
  it('writes issues: findings by urgency, what could not be finished, and what was not checked', () => {
    expect(renderGitlab([sampleReport()])).toMatchInlineSnapshot(`
      "[
        {
          "description": "B4 shows #REF! (sales.xlsx › Summary › Revenue › North (B4)). Mend the formula.",
          "check_name": "spreadsheet/error-value",
          "fingerprint": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "severity": "critical",
          "location": {
            "path": "out/sales.xlsx",
            "lines": {
              "begin": 4
            }
          }
        },
        {
          "description": "The file report.docx was not handed in (the delivery). Hand in report.docx under just this name.",
          "check_name": "integrity/missing-deliverable",
          "fingerprint": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
          "severity": "critical",
          "location": {
            "path": "out",
            "lines": {
              "begin": 1
            }
          }
        },
        {
          "description": "The translation says 629.308 where the source says 62,930.8 (report.de.md › Ergebnisse › paragraph 3; likely). Put the number of the source into the translation: 62,930.8.",
          "check_name": "translation/number-changed",
          "fingerprint": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
          "severity": "minor",
          "location": {
            "path": "out/report.de.md",
            "lines": {
              "begin": 7
            }
          }
        },
        {
          "description": "'TODO' says that something is still to be done (report.de.md › Ergebnisse › paragraph 2; hint). Write what is missing, or delete the note.",
          "check_name": "formatting/placeholder-text",
          "fingerprint": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",
          "severity": "info",
          "location": {
            "path": "out/report.de.md",
            "lines": {
              "begin": 1
            }
          }
        },
        {
          "description": "spreadsheet/slow could not be finished: The rule was stopped: it took longer than 20 s.",
          "check_name": "spreadsheet/slow",
          "fingerprint": "21a8346fac610c923e38d9d13b5bb4d6f10b785cd978a2861ff43c67452047ea",
          "severity": "major",
          "location": {
            "path": "out/sales.xlsx",
            "lines": {
              "begin": 1
            }
          }
        },
        {
          "description": "q3-sales: fail. 5 of 9 checks ran. 1 could not be finished. 1 needs a source: --source FILE. 1 needs a person. 1 was not asked for by the job.",
          "check_name": "preflag/not-checked",
          "fingerprint": "aa0d94b2a10e7c5d965176e6ae8498a73b05f09efb2f3abab3c778252ef0413a",
          "severity": "info",
          "location": {
            "path": "out",
            "lines": {
              "begin": 1
            }
          }
        }
      ]
      "
    `);
  });

  it('has fingerprints that differ, and stay', () => {
    const reports = [sampleReport(), sampleReport(), sampleReport()];
    const fingerprints = issuesOf(...reports).map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    expect(fingerprints).toHaveLength(18);
    expect(fingerprints).toContain('a'.repeat(64));
    expect(issuesOf(...reports)).toEqual(issuesOf(...reports));
  });

  it.each([
    ['certain', 'critical', 'critical'],
    ['certain', 'important', 'major'],
    ['likely', 'important', 'minor'],
    ['hint', 'critical', 'info'],
  ] as const)('%s and %s is %s', (certainty, severity, expected) => {
    expect(issuesOf(sampleReport([sampleFinding({ certainty, severity })], [sampleCheck('failed')]))).toMatchObject([
      { severity: expected },
    ]);
  });

  it('says that deliveries were not checked, and what settings did', () => {
    const report = sampleReport([], [sampleCheck('passed')], { notices: [{ code: 'rules-off', text: 'Two rules are off.' }] });
    expect((JSON.parse(renderGitlab([report], { unchecked: 1 })) as readonly Issue[]).map(({ description }) => description)).toEqual([
      '1 delivery was not checked: the call was interrupted.',
      'q3-sales: pass. 1 of 1 checks ran. Two rules are off.',
    ]);
  });

  it('is empty only where all was checked and nothing is open', () => {
    expect(issuesOf(sampleReport([], [sampleCheck('passed')]))).toEqual([]);
  });
});
