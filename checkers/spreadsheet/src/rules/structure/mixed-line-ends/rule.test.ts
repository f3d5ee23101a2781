import { testRule } from '@preflag/testing/rule-tester';
import { mixedLineEndsPlant } from './plant.ts';
import { mixedLineEnds } from './rule.ts';

testRule(mixedLineEnds, {
  plant: mixedLineEndsPlant,
  valid: [
    { name: 'Windows lines throughout', example: { files: { 'a.csv': 'a,b\r\n1,2\r\n3,4\r\n' } } },
    { name: 'another line end between quotes', example: { files: { 'a.csv': 'a,b\r\n1,"x\ny"\r\n3,4\r\n' } } },
    { name: 'a last line without an end', example: { files: { 'a.csv': 'a,b\r\n1,2' } } },
  ],
  invalid: [
    {
      name: 'three kinds',
      example: { files: { 'a.csv': 'a,b\n1,2\n3,4\r\n5,6\r7,8\n' } },
      findings: [
        { messageId: 'mixed', message: 'Line 3 ends with CRLF, as 1 of 5 lines do, and the others end with LF' },
        { messageId: 'mixed', message: 'Line 4 ends with CR, as 1 of 5 lines do, and the others end with LF' },
      ],
    },
  ],
});
