import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sampleCheck, sampleFinding, sampleReport } from '../../tests/sample-report.ts';
import { withEvidence } from '../evidence/with-evidence.ts';
import { html } from './html.ts';
import type { PageData } from './page-data.ts';
import { renderHtml } from './render-html.ts';
import { shown } from './shown.ts';
import { toCards } from './to-cards.ts';

/** What is between two texts. */
function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf(end, from));
}

function dataOf(markup: string): PageData {
  return JSON.parse(between(markup, '<script type="application/json" id="page-data">', '</script>')) as PageData;
}

describe('html', () => {
  it.each([
    ['text', html`<p>${'<b> & "q" \'s\''}</p>`, '<p>&#60;b&#62; &#38; &#34;q&#34; &#39;s&#39;</p>'],
    ['markup', html`<p>${html`<b>${1}</b>`}${[html`<i>a</i>`, html`<i>b</i>`]}${undefined}</p>`, '<p><b>1</b><i>a</i><i>b</i></p>'],
  ])('writes %s', (_, { markup }, expected) => {
    expect(markup).toBe(expected);
  });
});

describe('shown', () => {
  it.each([
    ['line ends stay', 'a\r\nb\nc\rd', 'a\nb\nc\nd'],
    ['controls are visible', 'a\u202eb\u0000\u001b[0m', 'a\\u202eb\\u0000\\u001b[0m'],
    ['halves of characters are replaced', 'a\ud800', 'a\ufffd'],
    ['what is long is cut', 'x'.repeat(20_001), `${'x'.repeat(20_000)}…`],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('toCards', () => {
  it('puts findings of one thing together, what fails first', () => {
    const { gate } = sampleReport();
    const findings = [
      sampleFinding({ severity: 'minor', certainty: 'hint', message: 'hint' }),
      sampleFinding({ message: 'one', group: 'g', fingerprint: '1' }),
      sampleFinding({ message: 'accepted', ignored: { reason: 'r', from: 'job' } }),
      sampleFinding({ message: 'two', group: 'g', fingerprint: '2' }),
      sampleFinding({ message: 'likely', certainty: 'likely' }),
      sampleFinding({ message: 'old', origin: 'inherited' }),
      sampleFinding({ message: 'elsewhere', file: 'a.md', severity: 'minor' }),
    ];
    expect(toCards({ findings, gate }).map(({ first, findings: own, standing }) => [first.message, own.length, standing])).toEqual([
      ['one', 2, 'fails'],
      ['likely', 1, 'open'],
      ['hint', 1, 'hint'],
      ['accepted', 1, 'ignored'],
      ['old', 1, 'inherited'],
      ['elsewhere', 1, 'open'],
    ]);
  });
});

describe('renderHtml', () => {
  const markup = renderHtml([sampleReport()], '1.2.3');

  it('allows its own style and script by their hashes, and nothing else', () => {
    const policy = between(markup, 'Content-Security-Policy" content="', '"');
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = markup.slice(markup.lastIndexOf('<script>') + '<script>'.length, markup.lastIndexOf('</script>'));
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash(between(markup, '<style>', '</style>'))}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`,
    );
    expect(markup).not.toMatch(/ on[a-z]+=| style=|https?:\/\//);
  });

  it('gives the script each finding once, and texts once', () => {
    const { deliveries, texts } = dataOf(markup);
    const items = deliveries.flatMap(({ cards }) => cards.flatMap((card) => card.items));
    expect(items).toHaveLength(sampleReport().findings.length);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('says what was found, what was not checked and what is open where nothing was found', () => {
    const quiet = sampleReport(
      [],
      [sampleCheck('passed'), sampleCheck('not-checked', { reason: { code: 'no-source', text: 'It needs one.' } })],
    );
    const text = renderHtml([quiet], '1.2.3');
    expect(text).toContain('The 1 check that ran found nothing. 1 did not run; see below what that leaves.');
    expect(text).toContain('1 needs a source: --source FILE');
    expect(text).not.toMatch(/no issues/i);
    expect(renderHtml([sampleReport([], [])], '1.2.3')).toContain('Nothing was checked.');
    expect(renderHtml([], '1.2.3', { unchecked: 2 })).toContain('2 deliveries were not checked: the call was interrupted.');
  });

  it('shows nothing of the delivery where it is masked, and knows the same report', () => {
    const secret = sampleFinding({
      message: 'Salary 52000',
      evidence: { excerpt: 'Salary 52000', hash: '' },
      surroundings: { kind: 'text', before: 'Salary 52000', text: 'Salary 52000', after: 'Salary 52000' },
    });
    const report = sampleReport([secret], [sampleCheck('failed')], { brief: 'Salary 52000', rules: {} });
    const masked = renderHtml([withEvidence(report, 'masked')], '1.2.3');
    expect(masked).not.toMatch(/Salary|52000/);
    expect(dataOf(masked).key).toBe(dataOf(renderHtml([report], '1.2.3')).key);
  });
});
