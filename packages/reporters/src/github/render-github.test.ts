import { describe, expect, it } from 'vitest';
import type { Finding } from '@preflag/core';
import { sampleCheck, sampleFinding, sampleReport } from '../../tests/sample-report.ts';
import { command } from './command.ts';
import { renderGithub } from './render-github.ts';

const linesOf = (findings: readonly Finding[]): readonly string[] =>
  renderGithub([sampleReport(findings, [sampleCheck('failed')])])
    .trimEnd()
    .split('\n');

describe('renderGithub', () => {
  it('annotates what fails first, and says the rest in a last notice', () => {
    expect(renderGithub([sampleReport()])).toMatchInlineSnapshot(`
      "::error file=out/sales.xlsx,line=4,endLine=4,title=A cell shows an error::B4 shows #REF! (sales.xlsx › Summary › Revenue › North (B4))%0AThe client sees an error where a result should be. Mend the formula.%0Aspreadsheet/error-value, critical, certain
      ::error title=A file is missing::The file report.docx was not handed in (the delivery)%0AThe client does not get what was ordered. Hand in report.docx under just this name.%0Aintegrity/missing-deliverable, critical, certain
      ::warning file=out/report.de.md,line=7,endLine=7,col=20,endColumn=27,title=A number differs between source and target::The translation says 629.308 where the source says 62,930.8 (report.de.md › Ergebnisse › paragraph 3)%0AA client who acts on the translated figure acts on a wrong one. Put the number of the source into the translation: 62,930.8.%0Atranslation/number-changed, important, likely
      ::notice file=out/report.de.md,line=1,title=A placeholder was left::'TODO' says that something is still to be done (report.de.md › Ergebnisse › paragraph 2)%0AThe client reads a note that was meant for the writer. Write what is missing, or delete the note.%0Aformatting/placeholder-text, minor, hint
      ::notice title=preflag::q3-sales: fail, 2 certain findings of severity important or worse. 5 of 9 checks ran. 1 could not be finished. 1 needs a source: --source FILE. 1 needs a person. 1 was not asked for by the job.
      "
    `);
  });

  it('has one annotation for a rule on a file, with its other places', () => {
    const findings = Array.from({ length: 9 }, (_, index) =>
      sampleFinding({ place: `sales.xlsx › Summary!B${index + 4}`, location: { kind: 'cell', sheet: 'Summary', range: `B${index + 4}` } }),
    );
    const [first, last, ...more] = linesOf(findings);
    expect(more).toEqual([]);
    expect(first).toContain('::error file=out/sales.xlsx,line=4,endLine=4,title=');
    expect(first).toContain('Also: Summary!B5; Summary!B6; Summary!B7; Summary!B8; Summary!B9; 3 more%0A');
    expect(last).toMatch(/^::notice title=preflag::/);
  });

  it('shows ten of a level, and counts the others', () => {
    const levels = [{}, { certainty: 'likely' }, { certainty: 'hint' }] as const;
    const findings = levels.flatMap((more) =>
      Array.from({ length: 12 }, (_, index) => sampleFinding({ ...more, rule: `test/rule-${String.fromCharCode(97 + index)}` })),
    );
    const lines = linesOf(findings);
    const count = (level: string): number => lines.filter((line) => line.startsWith(`::${level} `)).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10]);
    const order = lines.map((line) => ['error', 'warning', 'notice'].findIndex((level) => line.startsWith(`::${level} `)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(lines.at(-1)).toContain('7 findings have no annotation here');
  });

  it('says that a delivery is incomplete', () => {
    const report = sampleReport([], [sampleCheck('error', { reason: { code: 'crash', text: 'It crashed.' } })]);
    expect(renderGithub([report])).toContain('::error title=preflag could not check all that it must::1 check could not be finished');
  });

  it('says that deliveries were not checked, and what settings did', () => {
    const report = sampleReport([], [sampleCheck('passed')], { notices: [{ code: 'rules-off', text: 'Two rules are off.' }] });
    expect(renderGithub([report], { unchecked: 2 })).toBe(
      '::error title=preflag could not check all that it must::2 deliveries were not checked: the call was interrupted.\n' +
        '::notice title=preflag::q3-sales: pass, no certain finding of severity important or worse. 1 of 1 checks ran.%0ATwo rules are off.\n',
    );
  });

  it('has columns only within one line', () => {
    const at = (line: number): Partial<Finding> => ({
      location: { kind: 'text', start: { line: 2, column: 3 }, end: { line, column: 9 } },
    });
    expect(linesOf([sampleFinding(at(2))])[0]).toContain(',line=2,endLine=2,col=3,endColumn=9,title=');
    expect(linesOf([sampleFinding(at(4))])[0]).toContain(',line=2,endLine=4,title=');
  });
});

it.each([
  [{ file: 'a,b:c%.md', line: 3 }, 'x', '::error file=a%2Cb%3Ac%25.md,line=3::x\n'],
  [{ title: 'a\r\n::set-env name=A::b' }, 'x', '::error title=a %3A%3Aset-env name=A%3A%3Ab::x\n'],
  [{}, 'x\n::error::y\r\u2028::z %0A\u001b', String.raw`::error ::x%0A::error::y \u2028::z %250A\u001b` + '\n'],
])('a command is one line: %j', (properties, message, expected) => {
  expect(command({ level: 'error', properties, message, count: 1 })).toBe(expected);
});
