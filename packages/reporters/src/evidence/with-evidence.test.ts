import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../tests/sample-report.ts';
import { maskData } from './mask-data.ts';
import { maskLocation, maskPlace } from './mask-place.ts';
import { maskText } from './mask-text.ts';
import { withEvidence } from './with-evidence.ts';

describe('maskText', () => {
  it.each([
    ['Umsatz: 1.234,50 €', 'Xxxxxx: 0.000,00 €'],
    ['Größe ΑΒγ Дом', 'Xxxxx XXx Xxx'],
    ['漢字 かな 한국 ไทย עברית العربية', 'xx xx xx xxx xxxxx xxxxxxx'],
    ['e\u0301 x\u0323', 'x x'],
    ['٣٤ ४५ ½ Ⅳ', '00 00 0 0'],
    ['=SUM(A1:B2)', '=XXX(X0:X0)'],
    ['\ud800', '\ufffd'],
    ['a'.repeat(300), `${'x'.repeat(79)}…`],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('maskData', () => {
  it.each([
    ['counts and addresses stay', { count: 12, cell: 'B4', range: '$A$1:C9' }, { count: 12, cell: 'B4', range: '$A$1:C9' }],
    ['values of other numbers go', { found: 12, sum: 1234.5, count: 0.5 }, { found: '00', sum: '0,000.0', count: '0.0' }],
    ['a count that is text goes', { count: '12 Müller' }, { count: '00 Xxxxxx' }],
    [
      'what only looks like an address goes',
      { key: 'AB12', found: 'ab12', cell: 'Q3-2026' },
      { key: 'XX00', found: 'xx00', cell: 'X0-0000' },
    ],
    [
      'names of files stay',
      { path: 'gone.docx', where: 'sales.xlsx', other: 'gone.docx' },
      { path: 'gone.docx', where: 'sales.xlsx', other: 'xxxx.xxxx' },
    ],
    [
      'lists and records go as well',
      { sheets: ['Pay', 'Tax'], at: { text: 'Bob', line: 3 }, none: null, is: true },
      { sheets: ['Xxx', 'Xxx'], at: { text: 'Xxx', line: 3 }, none: null, is: true },
    ],
  ])('%s', (_, data, masked) => {
    expect(maskData(data, new Set(['sales.xlsx']))).toEqual(masked);
  });
});

describe('maskLocation', () => {
  it('masks ids of segments, which hold the source in po files', () => {
    expect(maskLocation({ kind: 'segment', id: 'Pay Bob 12', offset: 4 })).toEqual({ kind: 'segment', id: 'Xxx Xxx 00', offset: 4 });
  });
});

describe('maskPlace', () => {
  it.each([
    ['a.xlsx › Pay › Salary › Bob (B4)', { kind: 'cell', sheet: 'Pay', range: 'B4' }, 'a.xlsx › Pay!B4'],
    ['a.xlsx › Pay › Bob', { kind: 'row', sheet: 'Pay', key: 'Bob' }, 'a.xlsx › Pay › Xxx'],
    ['a.xlsx › Pay › Salary', { kind: 'column', sheet: 'Pay', name: 'Salary' }, 'a.xlsx › Pay › Salary'],
    [
      'a.xlsx › Bob is ill › table 1, row 2, column 3',
      { kind: 'block', index: 4, heading: 'Bob is ill' },
      'a.xlsx › Xxx xx xxx › table 1, row 2, column 3',
    ],
    ['a.xlsx › Bob is ill', { kind: 'block', index: 4 }, 'a.xlsx › Xxx xx xxx'],
    ['a.xlsx › after Bob › paragraph 1', { kind: 'text', start: { line: 3, column: 1 }, end: { line: 3, column: 2 } }, 'a.xlsx › line 3'],
    ['a.xlsx › salary 52000', { kind: 'segment', id: '1' }, 'a.xlsx › xxxxxx 00000'],
    ['a.xlsx › Bob', { kind: 'page', page: 1 }, 'a.xlsx › page 2'],
    ['a.xlsx › xl/workbook.xml', { kind: 'part', name: 'xl/workbook.xml' }, 'a.xlsx › xl/workbook.xml'],
    ['a.xlsx', { kind: 'file' }, 'a.xlsx'],
  ] as const)('%s', (place, at, masked) => {
    expect(maskPlace(place, 'a.xlsx', at)).toBe(masked);
  });
});

describe('withEvidence', () => {
  const secret = 'Salary of Bob: 52000';
  const at = { kind: 'block', index: 1, heading: secret } as const;
  const report = sampleReport(
    [
      sampleFinding({
        rule: 'translation/number-changed',
        messageId: 'changed',
        data: { found: secret, expected: secret },
        message: `The translation says ${secret} where the source says ${secret}`,
        advice: `Put the number of the source into the translation: ${secret}.`,
        location: at,
        place: `sales.xlsx › ${secret} › paragraph 1`,
        evidence: { prefix: secret, excerpt: secret, suffix: secret, expected: secret, found: secret, hash: 'f'.repeat(16) },
        related: [{ file: 'sales.xlsx', location: at, label: secret }],
        fixes: [{ label: secret, safety: 'ask', edits: [{ file: 'sales.xlsx', location: at, from: secret, to: secret }] }],
        group: secret,
        surroundings: { kind: 'text', before: secret, text: secret, after: secret },
      }),
      sampleFinding({ rule: 'other/of-an-older-report', message: secret, advice: secret }),
    ],
    [{ rule: 'other/crash', file: 'sales.xlsx', outcome: 'error', reason: { code: 'crash', text: secret }, durationMs: 1 }],
    {
      brief: secret,
      asked: [{ deliverable: 'sales.xlsx', demand: 'sheets', text: 'the sheet Pay', asked: secret, state: 'open', rules: [] }],
      facts: { update: [{ file: 'sales.xlsx', value: secret }] },
    },
  );

  it('leaves nothing of what the delivery says, at either level', () => {
    expect(JSON.stringify(report)).toContain('52000');
    for (const level of ['masked', 'none'] as const) {
      const text = JSON.stringify(withEvidence(report, level));
      expect(text).not.toMatch(/Salary|Bob|52000|f{16}"/);
      expect(text).toContain('sales.xlsx');
    }
  });

  it('renders messages and advice again, and says where', () => {
    const [first, second] = withEvidence(report, 'masked').findings;
    expect(first).toMatchObject({
      message: 'The translation says Xxxxxx xx Xxx: 00000 where the source says Xxxxxx xx Xxx: 00000',
      advice: 'Put the number of the source into the translation: Xxxxxx xx Xxx: 00000.',
      place: 'sales.xlsx › Xxxxxx xx Xxx: 00000 › paragraph 1',
      evidence: { excerpt: 'Xxxxxx xx Xxx: 00000', hash: '' },
      fingerprint: report.findings[0]?.fingerprint,
      group: '1',
    });
    expect(second?.message).toBe('Xxxxxx xx Xxx: 00000');
    expect(withEvidence(report, 'none').findings[0]?.evidence).toEqual({ excerpt: '', hash: '' });
  });

  it('changes nothing where all may be shown', () => {
    expect(withEvidence(report, 'full')).toBe(report);
  });
});
