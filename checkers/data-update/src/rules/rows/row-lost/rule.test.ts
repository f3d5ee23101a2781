import { testRule } from '@preflag/testing/rule-tester';
import { rowLostPlant, STOCK_CSV } from './plant.ts';
import { rowLost } from './rule.ts';

const update = (more: object): { deliverables: object[] } => ({
  deliverables: [{ path: 'a.csv', update: { before: 'b.csv', key: 'sku', ...more } }],
});
const beside = { 'b.csv': STOCK_CSV };
const shorter = 'sku,name,stock\n00017,Pen,12\n00019,Paper,200\n';

testRule(rowLost, {
  plant: rowLostPlant,
  valid: [
    {
      name: 'another order of rows',
      example: { files: { 'a.csv': 'sku,name,stock\n00019,Paper,200\n00017,Pen,12\n00018,Ink,4\n' }, beside, job: update({ allow: [] }) },
    },
    {
      name: 'the row may go',
      example: { files: { 'a.csv': shorter }, beside, job: update({ allow: [{ rows: ['remove'], where: { sku: '00018' } }] }) },
    },
    { name: 'no before-file', example: { files: { 'a.csv': shorter } } },
  ],
  invalid: [
    {
      name: 'another row than the one that may go',
      example: { files: { 'a.csv': shorter }, beside, job: update({ allow: [{ rows: 'remove', where: { sku: '00017' } }] }) },
      findings: [{ messageId: 'lost', message: "The row '00018' is gone", certainty: 'certain' }],
    },
    {
      name: 'the job does not say what may change',
      example: { files: { 'a.csv': shorter }, beside, job: update({}) },
      findings: [{ messageId: 'unasked', certainty: 'likely' }],
    },
    {
      name: 'no key: rows in order',
      example: {
        files: { 'a.csv': 'x,y\na,1\nc,3\nd,4\n' },
        beside: { 'b.csv': 'x,y\na,1\nb,2\nc,3\nd,4\n' },
        job: { deliverables: [{ path: 'a.csv', update: { before: 'b.csv' } }] },
      },
      findings: [{ messageId: 'unasked', at: { kind: 'row', key: 'b' } }],
    },
  ],
});
