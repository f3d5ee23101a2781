import { testRule } from '@preflag/testing/rule-tester';
import { mixedNumberFormatsPlant } from './plant.ts';
import { mixedNumberFormats } from './rule.ts';

const text = (content: string): { files: { 'a.md': string } } => ({ files: { 'a.md': `${content}\n` } });

testRule(mixedNumberFormats, {
  plant: mixedNumberFormatsPlant,
  valid: [
    { name: 'figures that can be read in two ways', example: text('It was 1,234 and 1.234 and 12,5 and 12.5 in the year 2024.') },
    { name: 'versions, addresses and dates', example: text('Version v1.100.200 at 192.168.100.200 on 1.2.2024, and 1,2,3.') },
    { name: 'good German', example: text('Die Miete ist bei 1.234.567,50 und die der Stadt bei 1.345.678,90, und das ist nicht wenig.') },
  ],
  invalid: [
    {
      name: 'English figures in a German text',
      example: text('Die Miete ist bei 1,234,567.50 und die der Stadt bei 1,345,678.90, und das ist nicht wenig.'),
      findings: [
        {
          messageId: 'language',
          certainty: 'hint',
          message: "2 figures have commas between thousands (1,234.5), which is not how 'de' is written",
        },
      ],
    },
  ],
});
