import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { fileFormatChangedPlant } from './plant.ts';
import { fileFormatChanged } from './rule.ts';

const update = (path: string, before: string): { deliverables: object[] } => ({
  deliverables: [{ path, update: { before, key: 'id' } }],
});

testRule(fileFormatChanged, {
  plant: fileFormatChangedPlant,
  valid: [
    {
      name: 'other quotes',
      example: { files: { 'a.csv': 'id,n\n"1","x"\n' }, beside: { 'b.csv': 'id,n\n1,x\n' }, job: update('a.csv', 'b.csv') },
    },
  ],
  invalid: [
    {
      name: 'a csv of a workbook',
      example: async () => ({
        files: { 'a.csv': 'id,n\n1,x\n' },
        beside: {
          'b.xlsx': await workbookOf({
            S: [
              ['id', 'n'],
              ['1', 'x'],
            ],
          }),
        },
        job: update('a.csv', 'b.xlsx'),
      }),
      findings: [{ messageId: 'type', message: 'The file was a workbook and is a csv now' }],
    },
    {
      name: 'UTF-16',
      example: {
        files: { 'a.csv': new Uint8Array(Buffer.from('\uFEFFid,n\n1,x\n', 'utf16le')) },
        beside: { 'b.csv': 'id,n\n1,x\n' },
        job: update('a.csv', 'b.csv'),
      },
      findings: [{ messageId: 'encoding', message: 'The encoding was utf-8 and is now utf-16le' }, { messageId: 'mark' }],
    },
  ],
});
