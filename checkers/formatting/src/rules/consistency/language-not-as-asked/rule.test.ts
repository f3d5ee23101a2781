import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { languageNotAsAskedPlant } from './plant.ts';
import { languageNotAsAsked } from './rule.ts';

const asking = (language: string): { deliverables: object[] } => ({ deliverables: [{ path: 'a.md', language }] });
const FRENCH =
  'Les loyers de la ville ont augmenté d’un dixième en mai, parce que l’office ne compte que les nouveaux baux et laisse de côté les anciens.';

testRule(languageNotAsAsked, {
  plant: languageNotAsAskedPlant,
  valid: [
    { name: 'as asked', example: { files: { 'a.md': `${FRENCH}\n` }, job: asking('fr') } },
    {
      name: 'quoted',
      example: {
        files: {
          'a.md': `The rents of the town rose by a tenth in May, and the office counts new leases only, and no old ones.\n\n> ${FRENCH}\n`,
        },
        job: asking('en'),
      },
    },
  ],
  invalid: [
    {
      name: 'another script',
      example: {
        files: { 'a.md': '这座城市的租金在五月份上涨了十分之一，因为统计局只计算新的租约，而不再考虑旧的租约，夏天还会重新统计一次。\n' },
        job: asking('en-US'),
      },
      findings: [
        { messageId: 'whole', message: 'The document is in Chinese, and the job asks for American English', certainty: 'certain' },
      ],
    },
  ],
});

it('says that a short text tells nothing', async () => {
  const { checks } = await runExample([languageNotAsAsked], { files: { 'a.md': '# Rents\n' }, job: asking('de') });
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'nothing-to-check' } }]);
});
