import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { documentStartsTwicePlant } from './plant.ts';
import { documentStartsTwice } from './rule.ts';

const text = (...blocks: string[]): { files: { 'a.md': string } } => ({ files: { 'a.md': `${blocks.join('\n\n')}\n` } });

testRule(documentStartsTwice, {
  plant: documentStartsTwicePlant,
  valid: [
    { name: 'sections of the first level', example: text('# Summary', 'A.', '# Motivation', 'B.', '# Summary of changes', 'C.') },
    { name: 'the same subsections', example: text('# Report', '## France', '### Rents', 'A.', '## Spain', '### Rents', 'B.') },
    {
      name: 'numbering within sections',
      example: text('# Report', '## 1. Rents', '### 1. North', 'A.', '## 2. Wages', '### 1. North', 'B.'),
    },
    { name: 'a title in a comment of code', example: text('# Report', 'A.', '```\n# Report\n```', '## B', 'B.') },
    { name: 'a section named like the title', example: text('# Rents', '## Summary', 'A.', '## Rents', 'B.', '## Wages', 'C.') },
  ],
  invalid: [
    {
      name: 'headings of the start come again below',
      example: text('# Rents', '## Introduction', 'A.', '## Rents', '### Introduction', 'B.', '### Method', 'C.'),
      findings: [{ messageId: 'opening', certainty: 'certain', excerpt: 'Rents' }],
    },
    {
      name: 'the numbering starts again',
      example: text('# Rents', '## 1. Background', '### 1. Background', 'B.', '## 2. Method', 'C.'),
      findings: [{ messageId: 'number', message: "The numbering starts again with the same heading '1. Background'" }],
    },
    {
      name: 'another title for the same',
      example: text(
        '# Rising Rents in Southern Cities: A Report',
        'Draft.',
        '# Rising Rents in Southern Cities: Causes',
        '## Introduction',
        'The text is longer than what stands before.',
      ),
      findings: [{ messageId: 'similar', certainty: 'likely' }],
    },
    {
      name: 'a Word document',
      example: async () => ({ files: { 'a.docx': await docxOf(['# Rents', 'Draft.', '# RENTS', '## Method', 'Text.']) } }),
      findings: [{ messageId: 'title', at: { kind: 'block', index: 2 } }],
    },
  ],
});
