import SCHEMA from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding, Location, Report } from '@preflag/core';
import { sampleCheck, sampleFinding, sampleReport } from '../../tests/sample-report.ts';
import { renderSarif } from './render-sarif.ts';

const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(SCHEMA);

/** The log of some reports, which the official schema accepts. */
function logOf(...reports: readonly Report[]): Log {
  const log: unknown = JSON.parse(renderSarif(reports, '1.2.3', { from: '/' }));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log as Log;
}

function runOf(report: Report): Run {
  const [run] = logOf(report).runs;
  if (!run) throw new Error('There is no run.');
  return run;
}

function resultOf(more: Partial<Finding>, report: Partial<Report> = {}): Result {
  const [result] = runOf(sampleReport([sampleFinding(more)], undefined, report)).results ?? [];
  if (!result) throw new Error('There is no result.');
  return result;
}

describe('renderSarif', () => {
  it('writes a run of a delivery', () => {
    const report = sampleReport(undefined, [
      sampleCheck('failed'),
      sampleCheck('error', { rule: 'spreadsheet/slow', reason: { code: 'timeout', text: 'The rule was stopped.' } }),
    ]);
    const [run] = logOf({ ...report, findings: [report.findings[4]!, report.findings[2]!] }).runs;
    expect(run).toMatchInlineSnapshot(`
      {
        "automationDetails": {
          "id": "preflag/q3-sales/",
        },
        "columnKind": "utf16CodeUnits",
        "invocations": [
          {
            "executionSuccessful": false,
            "toolExecutionNotifications": [
              {
                "associatedRule": {
                  "id": "spreadsheet/slow",
                },
                "level": "error",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "out/sales.xlsx",
                      },
                    },
                  },
                ],
                "message": {
                  "text": "spreadsheet/slow on sales.xlsx could not be finished: The rule was stopped.",
                },
              },
              {
                "level": "note",
                "message": {
                  "text": "1 of 2 checks ran. 1 could not be finished.",
                },
              },
            ],
          },
        ],
        "properties": {
          "failOn": "important",
          "reason": "2 certain findings of severity important or worse",
          "verdict": "fail",
        },
        "results": [
          {
            "level": "warning",
            "locations": [
              {
                "logicalLocations": [
                  {
                    "fullyQualifiedName": "Ergebnisse › paragraph 3",
                    "kind": "text",
                  },
                ],
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "out/report.de.md",
                  },
                  "region": {
                    "endColumn": 27,
                    "endLine": 7,
                    "startColumn": 20,
                    "startLine": 7,
                  },
                },
              },
            ],
            "message": {
              "text": "The translation says 629.308 where the source says 62,930.8 (report.de.md › Ergebnisse › paragraph 3). Put the number of the source into the translation: 62,930.8.",
            },
            "partialFingerprints": {
              "primaryLocationLineHash": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
            },
            "properties": {
              "certainty": "likely",
              "origin": "introduced",
              "severity": "important",
              "why": "A client who acts on the translated figure acts on a wrong one.",
            },
            "relatedLocations": [
              {
                "id": 0,
                "message": {
                  "text": "the source: 'Revenue was 62,930.8 euros.'",
                },
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "report.md",
                  },
                  "region": {
                    "endColumn": 30,
                    "endLine": 5,
                    "startColumn": 1,
                    "startLine": 5,
                  },
                },
              },
            ],
            "ruleId": "translation/number-changed",
            "ruleIndex": 0,
          },
          {
            "level": "error",
            "locations": [
              {
                "logicalLocations": [
                  {
                    "fullyQualifiedName": "Summary!C9",
                    "kind": "cell",
                  },
                ],
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "out/sales.xlsx",
                  },
                  "region": {
                    "endLine": 9,
                    "startLine": 9,
                  },
                },
              },
            ],
            "message": {
              "text": "C9 shows #REF! (sales.xlsx › Summary › Cost › South (C9)). Mend the formula.",
            },
            "partialFingerprints": {
              "primaryLocationLineHash": "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee",
            },
            "properties": {
              "certainty": "certain",
              "origin": "introduced",
              "severity": "critical",
              "why": "The client sees an error where a result should be.",
            },
            "ruleId": "spreadsheet/error-value",
            "ruleIndex": 1,
            "suppressions": [
              {
                "justification": "Accepted by the baseline (Ada, 2026-11-01): kept on request",
                "kind": "external",
                "status": "accepted",
              },
            ],
          },
        ],
        "tool": {
          "driver": {
            "name": "preflag",
            "rules": [
              {
                "defaultConfiguration": {
                  "level": "warning",
                },
                "fullDescription": {
                  "text": "A number differs between source and target. A client who acts on the translated figure acts on a wrong one.",
                },
                "help": {
                  "markdown": "**Why it matters.** A client who acts on the translated figure acts on a wrong one.

      **What to do.** Put the number of the source into the translation: ….

      More of it: \`preflag explain translation/number-changed\`",
                  "text": "A client who acts on the translated figure acts on a wrong one. Put the number of the source into the translation: ….",
                },
                "id": "translation/number-changed",
                "name": "A number differs between source and target",
                "properties": {
                  "precision": "high",
                  "problem.severity": "error",
                  "tags": [
                    "translation",
                    "likely",
                  ],
                },
                "shortDescription": {
                  "text": "A number differs between source and target",
                },
              },
              {
                "defaultConfiguration": {
                  "level": "error",
                },
                "fullDescription": {
                  "text": "A cell shows an error. The client sees an error where a result should be.",
                },
                "help": {
                  "markdown": "**Why it matters.** The client sees an error where a result should be.

      **What to do.** Mend the formula.

      More of it: \`preflag explain spreadsheet/error-value\`",
                  "text": "The client sees an error where a result should be. Mend the formula.",
                },
                "id": "spreadsheet/error-value",
                "name": "A cell shows an error",
                "properties": {
                  "precision": "very-high",
                  "problem.severity": "error",
                  "tags": [
                    "spreadsheet",
                    "certain",
                  ],
                },
                "shortDescription": {
                  "text": "A cell shows an error",
                },
              },
            ],
            "semanticVersion": "1.2.3",
            "version": "1.2.3",
          },
        },
      }
    `);
  });

  it('says what was not checked, and by whom it is to be judged', () => {
    const { invocations } = runOf(sampleReport());
    expect(invocations?.[0]?.toolExecutionNotifications?.map(({ level, message }) => `${level}: ${message.text}`)).toMatchInlineSnapshot(`
      [
        "error: spreadsheet/slow on sales.xlsx could not be finished: The rule was stopped: it took longer than 20 s.",
        "note: 5 of 9 checks ran. 1 could not be finished. 1 needs a source: --source FILE. 1 needs a person. 1 was not asked for by the job.",
        "note: job/criterion on the delivery is left for a person: highest: Names the region with the highest revenue",
      ]
    `);
  });

  it('is no success where a required input was absent, or nothing was checked', () => {
    const { invocations } = runOf(sampleReport([], [sampleCheck('not-checked', { reason: { code: 'format', text: '' } })]));
    expect(invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'The verdict is incomplete: nothing was checked.' } }, {}],
    });
    expect(runOf(sampleReport([], [sampleCheck('passed')])).invocations?.[0]?.executionSuccessful).toBe(true);
  });

  it.each<[Location, object]>([
    [
      { kind: 'text', start: { line: 3, column: 5 }, end: { line: 4, column: 1 } },
      { startLine: 3, startColumn: 5, endLine: 4, endColumn: 1 },
    ],
    [
      { kind: 'cell', sheet: 'My Sheet', range: 'B4:C9' },
      { startLine: 4, endLine: 9 },
    ],
    [{ kind: 'cell', sheet: 'Q3', range: 'nowhere' }, { startLine: 1 }],
    [{ kind: 'column', sheet: 'Q3', name: 'Cost' }, { startLine: 1 }],
    [{ kind: 'column', name: 'Cost' }, { startLine: 1 }],
    [{ kind: 'row', sheet: 'Q3', key: '00017' }, { startLine: 1 }],
    [{ kind: 'block', index: 3, heading: 'Findings' }, { startLine: 1 }],
    [{ kind: 'page', page: 2 }, { startLine: 1 }],
    [{ kind: 'segment', id: '4' }, { startLine: 1 }],
    [{ kind: 'pointer', path: '/a/0' }, { startLine: 1 }],
    [{ kind: 'part', name: 'xl/workbook.xml' }, { startLine: 1 }],
    [{ kind: 'file' }, { startLine: 1 }],
  ])('has a region for %j', (location, region) => {
    const [place] = resultOf({ location, place: 'sales.xlsx › in words' }).locations ?? [];
    expect(place?.physicalLocation?.region).toEqual(region);
  });

  it.each<[Partial<Finding>, string | undefined]>([
    [{}, 'Summary!B4'],
    [{ location: { kind: 'column', sheet: 'Q3', name: 'Cost' } }, 'Q3!Cost'],
    [{ location: { kind: 'block', index: 2 }, place: 'sales.xlsx › Findings › paragraph 3' }, 'Findings › paragraph 3'],
    [{ location: { kind: 'file' }, place: 'sales.xlsx' }, undefined],
  ])('names the place in the terms of its file: %j', (more, name) => {
    expect(resultOf(more).locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBe(name);
  });

  it.each([
    ['out', 'a b#c?.md', 'out/a%20b%23c%3F.md'],
    ['./out/', '100%/ü:x.md', 'out/100%25/%C3%BC%3Ax.md'],
    ['/job/out', 'a.md', 'job/out/a.md'],
    ['../elsewhere', 'a.md', 'a.md'],
    ['out', '.', 'out'],
    ['.', 'a.md', 'a.md'],
    [String.raw`out\sub`, 'a\ud800.md', 'out/sub/a%EF%BF%BD.md'],
  ])('has relative uris: %s and %s', (root, file, uri) => {
    const manifest = [{ path: file, type: 'markdown', bytes: 1, sha256: '1'.repeat(64) }, ...sampleReport().manifest] as const;
    const { locations } = resultOf({ file }, { root, manifest });
    expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  it('takes a file that was given alone for the delivery', () => {
    const manifest = [{ path: 'a.md', type: 'markdown', bytes: 1, sha256: '1'.repeat(64) }] as const;
    const { locations } = resultOf({ file: 'a.md' }, { root: 'out/a.md', manifest });
    expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('out/a.md');
  });

  it.each([
    ['certain', 'critical', 'error'],
    ['certain', 'important', 'error'],
    ['certain', 'minor', 'warning'],
    ['likely', 'critical', 'warning'],
    ['likely', 'minor', 'note'],
    ['hint', 'critical', 'note'],
  ] as const)('%s and %s is %s', (certainty, severity, level) => {
    expect(resultOf({ certainty, severity }).level).toBe(level);
  });

  it('keeps what does not gate, suppressed with its reason', () => {
    const suppressed = runOf(sampleReport()).results?.flatMap(({ suppressions }) => suppressions ?? []);
    expect(suppressed?.map(({ kind, justification }) => [kind, justification])).toEqual([
      ['external', 'Accepted by the baseline (Ada, 2026-11-01): kept on request'],
      ['external', 'It was there before: the file that this one was made from has it too.'],
    ]);
  });

  it('is not steered by what a delivery says', () => {
    const { message } = resultOf({ message: 'See [here](http://a.example) {0} \u001b[2J\u202e', advice: 'x\ud800' });
    expect(message.text).toBe(
      String.raw`See [here] (http://a.example) {{0}} \u001b[2J\u202e (sales.xlsx › Summary › Revenue › North (B4)). x` + '\ufffd',
    );
  });

  it('keeps within what a platform takes, and says what it leaves out', () => {
    const related = Array.from({ length: 120 }, () => ({ file: 'a.md', location: { kind: 'file' } as const, label: 'here too' }));
    const findings = Array.from({ length: 25_002 }, (_, index) =>
      sampleFinding({ fingerprint: String(index), certainty: index < 2 ? 'hint' : 'certain', ...(index === 9 && { related }) }),
    );
    const log = JSON.parse(renderSarif([sampleReport(findings)], '1.2.3')) as Log;
    expect(log.runs[0]?.results).toHaveLength(25_000);
    expect(log.runs[0]?.results?.some(({ level }) => level === 'note')).toBe(false);
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications).toEqual(
      expect.arrayContaining([
        {
          level: 'warning',
          message: { text: '2 of 25002 findings are left out, the least urgent ones: a run may hold 25000 results.' },
        },
        { level: 'warning', message: { text: 'One finding has more than 99 related places, of which the first are given.' } },
      ]),
    );
    const many = logOf(...Array.from({ length: 22 }, () => sampleReport([], [sampleCheck('passed')])));
    expect(many.runs).toHaveLength(20);
    expect(new Set(many.runs.map(({ automationDetails }) => automationDetails?.id)).size).toBe(20);
    expect(many.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      '2 of 22 deliveries are left out: a file may hold 20 runs.',
    );
  });

  it('says that deliveries were not checked, and what settings did', () => {
    const report = sampleReport([], [sampleCheck('passed')], { notices: [{ code: 'rules-off', text: 'Two rules are off.' }] });
    const log = JSON.parse(renderSarif([report], '1.2.3', { unchecked: 3 })) as Log;
    expect(log.runs[0]?.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'warning', message: { text: '3 deliveries were not checked: the call was interrupted.' } },
          { level: 'note', message: { text: '1 of 1 checks ran.' } },
          { level: 'note', message: { text: 'Two rules are off.' } },
        ],
      },
    ]);
  });

  it('lists a rule also where the report does not carry its texts', () => {
    const { rules: _, ...older } = sampleReport();
    expect(runOf(older).tool.driver.rules?.map(({ id, shortDescription }) => [id, shortDescription?.text])[0]).toEqual([
      'spreadsheet/error-value',
      'spreadsheet/error-value',
    ]);
  });

  it('is a log without runs where nothing was checked at all', () => {
    expect(logOf().runs).toEqual([]);
  });
});
