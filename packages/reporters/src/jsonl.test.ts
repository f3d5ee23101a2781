import { expect, it } from 'vitest';
import { validateReportLine } from '@preflag/core/report';
import type { Report } from '@preflag/core';
import { sampleCheck, sampleFinding, sampleReport } from '../tests/sample-report.ts';
import { renderJsonl } from './jsonl.ts';

const linesOf = (...reports: readonly Report[]): readonly Record<string, unknown>[] =>
  [...renderJsonl(reports, '1.2.3')].map((line) => JSON.parse(line) as Record<string, unknown>);

it('writes a delivery, its findings and its checks, and an end', () => {
  expect([...renderJsonl([sampleReport([sampleFinding()], [sampleCheck('failed')], { rules: {} })], '1.2.3')].join(''))
    .toMatchInlineSnapshot(`
    "{"type":"delivery","schemaVersion":1,"tool":{"name":"preflag","version":"1.2.3"},"delivery":0,"job":"q3-sales","root":"out","verdict":"fail","reason":"1 certain finding of severity important or worse","gate":{"failOn":"important","require":[]},"summary":{"findings":{"critical":1,"important":0,"minor":0},"certainty":{"certain":1,"likely":0,"hint":0},"checks":{"passed":0,"failed":1,"notChecked":0,"errored":0},"files":2,"bytes":9900,"durationMs":1234},"manifest":[{"path":"report.de.md","type":"markdown","bytes":900,"sha256":"1111111111111111111111111111111111111111111111111111111111111111"},{"path":"sales.xlsx","type":"xlsx","bytes":9000,"sha256":"2222222222222222222222222222222222222222222222222222222222222222","deliverable":"sales.xlsx"}],"rules":{}}
    {"type":"finding","delivery":0,"rule":"spreadsheet/error-value","messageId":"error","data":{"cell":"B4","found":"#REF!"},"severity":"critical","certainty":"certain","message":"B4 shows #REF!","file":"sales.xlsx","location":{"kind":"cell","sheet":"Summary","range":"B4"},"place":"sales.xlsx › Summary › Revenue › North (B4)","evidence":{"excerpt":"#REF!","found":"#REF!","hash":"0123456789abcdef"},"origin":"introduced","why":"The client sees an error where a result should be.","advice":"Mend the formula.","inputs":["deliverable"],"fingerprint":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}
    {"type":"check","delivery":0,"rule":"spreadsheet/error-value","file":"sales.xlsx","outcome":"failed","durationMs":1.5}
    {"type":"end","deliveries":1,"verdict":"fail"}
    "
  `);
});

it('has lines that its schema accepts, each by itself', () => {
  const lines = linesOf(
    sampleReport(undefined, undefined, { sandbox: 'strict', facts: { update: [] } }),
    sampleReport([], [], { job: null }),
  );
  expect(lines.map(({ type, delivery }) => `${String(type)} ${String(delivery)}`)).toEqual([
    'delivery 0',
    ...Array<string>(6).fill('finding 0'),
    ...Array<string>(9).fill('check 0'),
    'delivery 1',
    'end undefined',
  ]);
  expect(lines.flatMap(validateReportLine)).toEqual([]);
});

it.each([
  [{ type: 'end' }, ["/ must have required property 'deliveries'", "/ must have required property 'verdict'"]],
  [{ type: 'finding', delivery: 0 }, expect.arrayContaining(["/ must have required property 'fingerprint'"])],
  [{ type: 'other' }, ['/ value of tag "type" must be in oneOf']],
])('refuses %j', (line, mistakes) => {
  expect(validateReportLine(line)).toEqual(mistakes);
});

it('ends with the worst verdict, and with incomplete where nothing was checked', () => {
  const [pass, fail] = [sampleReport([], [sampleCheck('passed')]), sampleReport()];
  expect(linesOf(pass, fail, pass).at(-1)).toEqual({ type: 'end', deliveries: 3, verdict: 'fail' });
  const interrupted: unknown = JSON.parse([...renderJsonl([pass], '1.2.3', { unchecked: 2 })].at(-1) ?? '');
  expect(interrupted).toEqual({ type: 'end', deliveries: 1, verdict: 'incomplete', unchecked: 2 });
  expect(validateReportLine(interrupted)).toEqual([]);
  expect(linesOf()).toEqual([{ type: 'end', deliveries: 0, verdict: 'incomplete' }]);
});
