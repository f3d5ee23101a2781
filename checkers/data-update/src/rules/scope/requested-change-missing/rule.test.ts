import { describe, expect, it } from 'vitest';
import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { requestedChangeMissingPlant } from './plant.ts';
import { requestedChangeMissing } from './rule.ts';

const CSV = 'id,name,city,age\n01,Ann,Rome,30\n02,Bob,Oslo,40\n';
const job = (where: object, set: object): { deliverables: object[] } => ({
  deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'id', require: [{ where, set }] } }],
});
const beside = { 'b.csv': CSV };

testRule(requestedChangeMissing, {
  plant: requestedChangeMissingPlant,
  valid: [
    { name: 'a number in a csv', example: { files: { 'a.csv': CSV.replace('40', '41') }, beside, job: job({ id: '02' }, { age: 41 }) } },
    {
      name: 'several rows',
      example: {
        files: { 'a.csv': CSV.replaceAll(/Rome|Oslo/g, 'Bern') },
        beside: { 'b.csv': CSV.replace('Oslo', 'Rome') },
        job: job({ city: 'Rome' }, { city: 'Bern' }),
      },
    },
  ],
  invalid: [
    {
      name: 'the row is gone',
      example: { files: { 'a.csv': 'id,name,city,age\n01,Ann,Rome,30\n' }, beside, job: job({ id: '02' }, { age: 41 }) },
      findings: [{ messageId: 'row', message: "The row '02' that should change is gone" }],
    },
    {
      name: 'another value',
      example: { files: { 'a.csv': CSV.replace('Oslo', 'Berne') }, beside, job: job({ id: '02' }, { city: 'Bern' }) },
      findings: [{ messageId: 'missing', message: "'city' of '02' is 'Berne' and should be 'Bern'" }],
    },
  ],
});

describe('a where that matches nothing is the mistake of the job', () => {
  it.each([
    ['an unquoted id', { id: 1 }, 'No row of the file before has id: 1: the column \'id\' holds text. Put the value in quotes: "1".'],
    ['an unknown column', { ident: '01' }, "The file before has no column 'ident'. It has: 'id', 'name', 'city', 'age'."],
    ['no such row', { id: '77' }, 'No row of the file before has id: "77". Mend the values, or leave the entry out.'],
  ])('%s', async (_, where, text) => {
    const { jobErrors, findings } = await runExample([requestedChangeMissing], {
      files: { 'a.csv': CSV },
      beside,
      job: job(where, { city: 'Bern' }),
    });
    expect(findings).toEqual([]);
    expect(jobErrors).toEqual([{ pointer: '/update/require/0/where', text }]);
  });
});
