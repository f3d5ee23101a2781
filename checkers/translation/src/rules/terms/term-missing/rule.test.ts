import { runExample, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { termMissingPlant } from './plant.ts';
import { termMissing } from './rule.ts';

function withTerms(terms: string, source: string, target: string, language = 'de', name = 'terms.csv'): Example {
  const pair = messagePair(source, target, language, { glossary: name });
  return { ...pair, beside: { ...pair.beside, [name]: terms } };
}

const LEASE = 'en,de\nlease,Mietvertrag\n';

testRule(termMissing, {
  plant: termMissingPlant,
  valid: [
    { name: 'inflected', example: withTerms(LEASE, 'All leases end.', 'Alle Mietverträge enden.') },
    { name: 'in a compound', example: withTerms('source,target\nhouse,Haus\n', 'The house wall', 'Die Hauswand, auch an Häusern') },
    { name: 'a part of another word', example: withTerms('source,target\nport,Hafen\n', 'The report is out.', 'Der Bericht ist da.') },
    {
      name: 'a part of a longer term',
      example: withTerms('source,target\noffice,Büro\npost office,Postamt\n', 'The post office is open.', 'Das Postamt ist offen.'),
    },
    { name: 'one of several', example: withTerms('source,target\ncar,Auto|Wagen\n', 'The car is red.', 'Der Wagen ist rot.') },
    { name: 'cases in Finnish', example: withTerms('en,fi\nagreement,sopimus\n', 'Without an agreement', 'Ilman sopimusta', 'fi') },
    { name: 'Chinese', example: withTerms('en,zh\nlease,租约\n', 'The lease ends.', '该租约终止。', 'zh') },
    { name: 'an abbreviation that is a word', example: withTerms('source,target\nIT,EDV\n', 'It is late.', 'Es ist spät.') },
  ],
  invalid: [
    {
      name: 'columns by the names of the languages',
      example: withTerms(LEASE, 'The lease ends.', 'Der Vertrag endet.'),
      findings: [
        {
          messageId: 'missing',
          certainty: 'likely',
          message: "The glossary translates 'lease' as 'Mietvertrag', which the translation does not have",
        },
      ],
    },
    {
      name: 'two terms',
      example: withTerms('source,target\nlease,租约\nrent,租金\n', 'The lease and the rent', '合同与价格', 'zh'),
      findings: [{ messageId: 'missing' }, { messageId: 'missing' }],
    },
  ],
});

it('does not read a glossary that is no table', async () => {
  const { findings, checks } = await runExample(
    [termMissing],
    withTerms('{}', 'The lease ends.', 'Der Vertrag endet.', 'de', 'terms.json'),
  );
  expect([findings, checks[0]?.outcome, checks[0]?.reason?.code]).toEqual([[], 'not-checked', 'no-data']);
});
