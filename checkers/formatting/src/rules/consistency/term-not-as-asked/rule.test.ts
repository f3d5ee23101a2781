import { testRule } from '@preflag/testing/rule-tester';
import { termNotAsAskedPlant } from './plant.ts';
import { termNotAsAsked } from './rule.ts';

const asking = (terms: object): { deliverables: object[] } => ({ deliverables: [{ path: 'a.md', terms }] });

testRule(termNotAsAsked, {
  plant: termNotAsAskedPlant,
  valid: [
    {
      name: 'the right word, parts of words, addresses, code',
      example: {
        files: { 'a.md': 'GitHub and Githubber, `Github`, <https://github.com/Github>, utilized.\n\n> Github\n' },
        job: asking({ use: { GitHub: ['Github'] }, banned: ['utilize'] }),
      },
    },
    {
      name: 'a short form inside of the right one',
      example: { files: { 'a.md': 'Acme Ltd pays.\n' }, job: asking({ use: { 'Acme Ltd': ['Acme'] }, banned: [] }) },
    },
  ],
  invalid: [
    {
      name: 'signs and other scripts',
      example: {
        files: { 'a.md': 'We write C++ at Acme. 公司使用数据。 Leverage it.\n' },
        job: asking({ use: { 'Acme Ltd': ['Acme'], Cpp: ['C++'] }, banned: ['leverage', '数据'] }),
      },
      findings: [
        { messageId: 'use', excerpt: 'Acme', message: "'Acme' is to be written 'Acme Ltd'" },
        { messageId: 'use', excerpt: 'C++' },
        { messageId: 'banned', excerpt: '数据' },
        { messageId: 'banned', excerpt: 'Leverage', certainty: 'certain' },
      ],
    },
  ],
});
