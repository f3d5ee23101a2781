import { testRule } from '@preflag/testing/rule-tester';
import { corruptFilePlant } from './plant.ts';
import { corruptFile } from './rule.ts';

testRule(corruptFile, {
  plant: corruptFilePlant,
  valid: [
    {
      name: 'an image is not opened',
      example: { files: { 'a.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) } },
    },
    {
      name: 'a csv in UTF-16 with a mark',
      example: {
        files: {
          'a.csv': new Uint8Array([
            0xff,
            0xfe,
            ...new Uint8Array(new Uint16Array(Array.from('id;name\n1;x\n', (letter) => letter.charCodeAt(0))).buffer),
          ]),
        },
      },
    },
    { name: 'an empty file is not called damaged too', example: { files: { 'a.xlsx': '' } } },
  ],
  invalid: [
    {
      name: 'json without its end',
      example: { files: { 'a.json': '{"rows": [1, 2' } },
      findings: [{ messageId: 'corrupt', file: 'a.json' }],
    },
    {
      name: 'a csv in windows-1252',
      example: {
        files: { 'a.csv': new Uint8Array([...new TextEncoder().encode('id,name\n1,M'), 0xfc, ...new TextEncoder().encode('ller\n')]) },
      },
      findings: [{ messageId: 'encoding', file: 'a.csv' }],
    },
  ],
});
