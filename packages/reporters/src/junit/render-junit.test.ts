import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Report } from '@preflag/core';
import { sampleCheck, sampleFinding, sampleReport } from '../../tests/sample-report.ts';
import { renderJunit } from './render-junit.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements in their order; a parser that is strict about XML 1.0 refuses what is not well-formed. */
function tagsOf(...reports: readonly Report[]): readonly Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
  parser.write(renderJunit(reports)).close();
  return tags;
}

const named = (tags: readonly Tag[], name: string): readonly Tag['attributes'][] =>
  tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);

describe('renderJunit', () => {
  it('writes a suite for a delivery, and a case for a rule on a file', () => {
    expect(renderJunit([sampleReport()])).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="preflag" tests="9" failures="2" errors="1" time="1.234">
      <testsuite name="q3-sales" tests="9" failures="2" errors="1" skipped="3" time="1.234">
      <properties><property name="verdict" value="fail"/><property name="reason" value="2 certain findings of severity important or worse"/><property name="failOn" value="important"/><property name="checked" value="5 of 9 checks ran. 1 could not be finished. 1 needs a source: --source FILE. 1 needs a person. 1 was not asked for by the job."/></properties>
      <testcase classname="sales.xlsx" name="spreadsheet/error-value" time="0.002"><failure message="B4 shows #REF!" type="spreadsheet/error-value">critical, certain: B4 shows #REF!
      at: sales.xlsx › Summary › Revenue › North (B4)
      found: #REF!
      why: The client sees an error where a result should be.
      do: Mend the formula.</failure><system-out>critical, certain (ignored: kept on request): C9 shows #REF!
      at: sales.xlsx › Summary › Cost › South (C9)
      found: #REF!
      why: The client sees an error where a result should be.
      do: Mend the formula.

      critical, certain (was there before): C10 shows #REF!
      at: sales.xlsx › Summary › Cost › East (C10:C12)
      found: #REF!
      why: The client sees an error where a result should be.
      do: Mend the formula.</system-out></testcase>
      <testcase classname="sales.xlsx" name="spreadsheet/duplicate-key" time="0.002"/>
      <testcase classname="sales.xlsx" name="spreadsheet/slow" time="0.002"><error message="The rule was stopped: it took longer than 20 s." type="spreadsheet/slow">The rule was stopped: it took longer than 20 s.</error></testcase>
      <testcase classname="report.de.md" name="translation/number-changed" time="0.002"><system-out>important, likely: The translation says 629.308 where the source says 62,930.8
      at: report.de.md › Ergebnisse › paragraph 3
      found: 629.308
      expected: 62,930.8
      see: the source: 'Revenue was 62,930.8 euros.' (report.md)
      why: A client who acts on the translated figure acts on a wrong one.
      do: Put the number of the source into the translation: 62,930.8.</system-out></testcase>
      <testcase classname="report.de.md" name="formatting/placeholder-text" time="0.002"><system-out>minor, hint: 'TODO' says that something is still to be done
      at: report.de.md › Ergebnisse › paragraph 2
      why: The client reads a note that was meant for the writer.
      do: Write what is missing, or delete the note.</system-out></testcase>
      <testcase classname="the delivery" name="integrity/missing-deliverable" time="0.002"><failure message="The file report.docx was not handed in" type="integrity/missing-deliverable">critical, certain: The file report.docx was not handed in
      at: the delivery
      why: The client does not get what was ordered.
      do: Hand in report.docx under just this name.</failure></testcase>
      <testcase classname="report.de.md" name="translation/segment-missing" time="0.002"><skipped message="no-source: It needs a source file."/></testcase>
      <testcase classname="the delivery" name="job/criterion" time="0.002"><skipped message="needs-person: highest: Names the region with the highest revenue"/></testcase>
      <testcase classname="sales.xlsx" name="spreadsheet/row-count-off" time="0.002"><skipped message="not-asked: The job does not ask for it."/></testcase>
      </testsuite>
      </testsuites>
      "
    `);
  });

  it('counts what its suites and the whole hold', () => {
    const tags = tagsOf(sampleReport(), sampleReport([], [sampleCheck('passed')]));
    expect(named(tags, 'testsuites')).toMatchObject([{ tests: '10', failures: '2', errors: '1' }]);
    expect(named(tags, 'testsuite')).toMatchObject([
      { name: 'q3-sales', tests: '9', failures: '2', errors: '1', skipped: '3' },
      { name: 'q3-sales (out)', tests: '1', failures: '0', errors: '0', skipped: '0' },
    ]);
    expect(named(tags, 'testcase')).toHaveLength(10);
  });

  it.each([
    ['what is likely', sampleFinding({ certainty: 'likely' })],
    ['what is below the gate', sampleFinding({ severity: 'minor' })],
    ['what was there before', sampleFinding({ origin: 'inherited' })],
    ['what is ignored', sampleFinding({ ignored: { reason: 'on request', from: 'job' } })],
  ])('fails no case for %s, and prints it', (_, finding) => {
    const tags = tagsOf(sampleReport([finding], [sampleCheck('failed')]));
    expect(tags.map(({ name }) => name)).toEqual([
      'testsuites',
      'testsuite',
      'properties',
      ...Array<string>(4).fill('property'),
      'testcase',
      'system-out',
    ]);
    expect(renderJunit([sampleReport([finding], [sampleCheck('failed')])])).toContain('B4 shows #REF!');
  });

  it('fails the case of a rule on the delivery for what it says of a file', () => {
    const finding = sampleFinding({ rule: 'integrity/empty-file', file: 'a.csv', message: 'The file a.csv is empty' });
    const tags = tagsOf(sampleReport([finding], [sampleCheck('failed', { rule: 'integrity/empty-file', file: '.' })]));
    expect(named(tags, 'failure')).toEqual([{ message: 'The file a.csv is empty', type: 'integrity/empty-file' }]);
  });

  it('says that an incomplete delivery is, also where every case passed', () => {
    const report = {
      ...sampleReport([], [sampleCheck('passed')]),
      verdict: 'incomplete',
      reason: 'the required source was not given',
    } as const;
    expect(named(tagsOf(report), 'error')).toEqual([{ message: 'incomplete: the required source was not given', type: 'preflag/verdict' }]);
  });

  it('is not green where deliveries were not checked, and says what settings did', () => {
    const report = sampleReport([], [sampleCheck('passed')], { notices: [{ code: 'rules-off', text: 'Two rules are off.' }] });
    expect(renderJunit([report], { unchecked: 2 })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="preflag" tests="2" failures="0" errors="1" time="1.234">
      <testsuite name="q3-sales" tests="1" failures="0" errors="0" skipped="0" time="1.234">
      <properties><property name="verdict" value="pass"/><property name="reason" value="no certain finding of severity important or worse"/><property name="failOn" value="important"/><property name="checked" value="1 of 1 checks ran."/></properties>
      <testcase classname="sales.xlsx" name="spreadsheet/error-value" time="0.002"/>
      <system-out>Two rules are off.</system-out>
      </testsuite>
      <testsuite name="preflag" tests="1" failures="0" errors="1" skipped="0" time="0.000"><testcase classname="preflag" name="preflag/deliveries" time="0.000"><error message="2 deliveries were not checked: the call was interrupted." type="preflag/deliveries">2 deliveries were not checked: the call was interrupted.</error></testcase></testsuite>
      </testsuites>
      "
    `);
  });

  it('says that a failed or passed case was checked in part', () => {
    const reason = { code: 'limit', text: 'The first 1,000 of 2,000 findings are listed.' } as const;
    const [hard, soft] = [sampleFinding(), sampleFinding({ certainty: 'hint' })].map((finding) =>
      renderJunit([sampleReport([finding], [sampleCheck('failed', { reason })])]),
    );
    expect([hard, soft].map((text) => text?.includes('Not all was checked: The first 1,000 of 2,000'))).toEqual([true, true]);
  });

  it('replaces what XML 1.0 forbids so that it shows', () => {
    const nasty = '\0\u0008\u001b[2J \ud800 \udc00x \ufffe <b a="1">&amp; ]]> 👩\u2028';
    const report = sampleReport(
      [sampleFinding({ message: nasty, place: nasty, evidence: { excerpt: nasty, found: nasty, hash: '' }, advice: nasty, file: nasty })],
      [sampleCheck('failed', { file: nasty }), sampleCheck('error', { file: nasty, reason: { code: 'crash', text: nasty } })],
      { job: nasty },
    );
    const [failure] = named(tagsOf(report), 'failure');
    expect(failure?.['message']).toBe(String.raw`\u0000\u0008\u001b[2J \ud800 \udc00x \ufffe <b a="1">&amp; ]]> 👩\u2028`);
  });
});
