import { testRule } from '@preflag/testing/rule-tester';
import { headingNumbersBrokenPlant } from './plant.ts';
import { headingNumbersBroken } from './rule.ts';

const outline = (...titles: string[]): { files: { 'a.md': string } } => ({ files: { 'a.md': `${titles.join('\n\n')}\n` } });

testRule(headingNumbersBroken, {
  plant: headingNumbersBrokenPlant,
  valid: [
    {
      name: 'numbers that begin anew under each heading',
      example: outline('# A', '## South', '### 1. Rise', '### 2. Fall', '## North', '### 1. Rise', '### 2. Fall'),
    },
    {
      name: 'years and counts',
      example: outline('# A', '## 2024 in figures', '## 2026 in figures', '## 5 million people', '## 12 Monkeys'),
    },
    { name: 'an excerpt', example: outline('# A', '## 4. South', '## 5. North', '### 5.1 Town', '### 5.2 Land', '## 6. West') },
    {
      name: 'a report that starts twice, which document-starts-twice tells',
      example: outline('# A', '## 1. South', 'T.', '## 2. North', 'T.', '## 3. East', '# A', '## 1. South', '## 2. North', '## 3. East'),
    },
    { name: 'levels', example: outline('# 1 South', '## 1.1 Town', '## 1.2 Land', '# 2 North', '## 2.1 Town') },
  ],
  invalid: [
    {
      name: 'a gap below and a step back',
      example: outline('# A', '## 1 South', '### 1.1 Town', '### 1.3 Land', '## 3 North', '## 2 West'),
      findings: [
        { messageId: 'gap', excerpt: '1.3 Land', message: "The number 1.3 of '1.3 Land' follows 1.1: 1.2 is missing" },
        { messageId: 'gap', excerpt: '3 North' },
        { messageId: 'back', excerpt: '2 West' },
      ],
    },
  ],
});
