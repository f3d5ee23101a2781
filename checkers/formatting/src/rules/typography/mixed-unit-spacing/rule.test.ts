import { testRule } from '@preflag/testing/rule-tester';
import { mixedUnitSpacingPlant } from './plant.ts';
import { mixedUnitSpacing } from './rule.ts';

testRule(mixedUnitSpacing, {
  plant: mixedUnitSpacingPlant,
  valid: [
    { name: 'one slip, networks and pages', example: { files: { 'a.md': 'With 5G on A4 it has 5 kg, 6 kg and 7kg; 5 m and 6m.\n' } } },
  ],
  invalid: [
    {
      name: 'units and percent signs',
      example: {
        files: { 'a.md': '| Load | Rise |\n|---|---|\n| 5 kg | 1% |\n| 6 MB | 2% |\n| 7kg | 3 % |\n| 8MB | 4 % |\n| 9 kg | 5% |\n' },
      },
      findings: [
        { messageId: 'mixed', excerpt: 'kg', message: '2 units stand without a space, and 3 stand with a space' },
        { messageId: 'mixed', excerpt: '%', message: '2 percent signs stand with a space, and 3 stand without a space' },
      ],
    },
  ],
});
