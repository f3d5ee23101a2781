import { describe, expect, it } from 'vitest';
import { runExample, workbookOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { referenceNotInFilePlant } from './plant.ts';
import { referenceNotInFile } from './rule.ts';

const orders = (reference: object, more: Partial<Example> = {}): Example => ({
  files: { 'a.csv': 'zip,n\n01067,1\n80331,2\n7.50,3\n', ...more.files },
  ...(more.beside && { beside: more.beside }),
  job: { deliverables: [{ path: 'a.csv', columns: [{ name: 'zip', in: reference }] }, ...(more.job?.deliverables ?? [])] },
});

testRule(referenceNotInFile, {
  plant: referenceNotInFilePlant,
  valid: [
    {
      name: 'a csv beside the job, with other columns and the same numbers written otherwise',
      example: orders({ file: 'z.csv', column: 'Zip' }, { beside: { 'z.csv': 'City,Zip\nDresden,01067\nMünchen,80331\nX,7.5\n' } }),
    },
    {
      name: 'a sheet of a workbook that is delivered too',
      example: async () =>
        orders(
          { file: 'z.xlsx', sheet: 'Zips', column: 'Zip' },
          {
            files: {
              'z.xlsx': await workbookOf({
                Notes: [['x']],
                Zips: [
                  ['Zip', 'City'],
                  ['01067', 'Dresden'],
                  [80331, 'München'],
                  [7.5, 'X'],
                ],
              }),
            },
            job: { deliverables: [{ path: 'z.xlsx' }] },
          },
        ),
    },
  ],
  invalid: [
    {
      name: 'the zeros are lost in the other file',
      example: orders({ file: 'z.csv', column: 'Zip' }, { beside: { 'z.csv': 'Zip,City\n1067,Dresden\n80331,München\n7.5,X\n' } }),
      findings: [{ messageId: 'unmatched', message: "'zip' holds '01067', which does not stand in the column 'Zip' of z.csv" }],
    },
    {
      name: 'a delivered file lacks the column',
      example: orders(
        { file: 'z.csv', column: 'Zip' },
        { files: { 'z.csv': 'Code,City\n01067,Dresden\n' }, job: { deliverables: [{ path: 'z.csv' }] } },
      ),
      findings: [{ messageId: 'unfound', file: 'a.csv', message: "'zip' cannot be compared: the column 'Zip' of z.csv is not there" }],
    },
  ],
});

describe('what cannot be compared', () => {
  it('a file beside the job that lacks the column is a mistake of the job', async () => {
    const { jobErrors, findings } = await runExample(
      [referenceNotInFile],
      orders({ file: 'z.csv', column: 'Zip' }, { beside: { 'z.csv': 'Code,City\n01067,Dresden\n' } }),
    );
    expect([findings, jobErrors]).toEqual([
      [],
      [{ pointer: '/columns/0/in/column', text: "There is no column 'Zip' in z.csv. Mend the name." }],
    ]);
  });

  it.each([
    ['is not delivered', {}, 'It needs a data file.'],
    ['cannot be read', { 'z.xlsx': 'no workbook' }, 'z.xlsx: '],
    ['has no columns', { 'z.xlsx': '# Report\n' }, 'z.xlsx: '],
  ])('a delivered file that %s is not compared with', async (_, files, text) => {
    const { checks, findings } = await runExample(
      [referenceNotInFile],
      orders({ file: 'z.xlsx', column: 'Zip' }, { files, job: { deliverables: [{ path: 'z.xlsx' }] } }),
    );
    const check = checks.find(({ file }) => file === 'a.csv');
    expect([findings, check?.outcome, check?.reason?.code]).toEqual([[], 'not-checked', 'no-data']);
    expect(check?.reason?.text).toContain(text);
  });
});
