import { docxOf, workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { wrongTypePlant } from './plant.ts';
import { wrongType } from './rule.ts';

testRule(wrongType, {
  plant: wrongTypePlant,
  valid: [
    { name: 'markdown in a text file', example: { files: { 'a.txt': '# A title\n\n- one\n- two\n' } } },
    {
      name: 'a csv that the job calls a spreadsheet',
      example: { files: { 'a.csv': 'id,name\n1,x\n' }, job: { deliverables: [{ path: 'a.csv', type: 'spreadsheet' }] } },
    },
    { name: 'no extension', example: { files: { LICENSE: 'MIT\n' } } },
  ],
  invalid: [
    {
      name: 'a workbook named csv',
      example: async () => ({ files: { 'a.csv': await workbookOf({ A: [[1]] }) } }),
      findings: [{ messageId: 'name', message: 'The name of a.csv says csv, and its content is xlsx' }],
    },
    {
      name: 'bytes named pdf',
      example: { files: { 'a.pdf': new Uint8Array(600).fill(7) } },
      findings: [{ messageId: 'name', message: 'The name of a.pdf says pdf, and its content is of no known type' }],
    },
    {
      name: 'a document where a workbook was asked',
      example: async () => ({ files: { 'a.docx': await docxOf(['Text']) }, job: { deliverables: [{ path: 'a.*', type: 'spreadsheet' }] } }),
      findings: [{ messageId: 'job', message: 'The job asks for a spreadsheet at a.docx, and its content is docx' }],
    },
  ],
});
