import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { ORDERS } from '../../../order-plants.ts';
import { formulaReplacedByValuePlant } from './plant.ts';
import { formulaReplacedByValue } from './rule.ts';

const frozen = async (update: object): Promise<{ files: object; beside: object; job: object }> => ({
  files: {
    'a.xlsx': await workbookOf({ Orders: ORDERS.map((row, index) => (index === 2 ? [...row.slice(0, 4), 7, ...row.slice(5)] : row)) }),
  },
  beside: { 'b.xlsx': await workbookOf({ Orders: ORDERS }) },
  job: { deliverables: [{ path: 'a.xlsx', update: { before: 'b.xlsx', key: 'id', ...update } }] },
});

testRule(formulaReplacedByValue, {
  plant: formulaReplacedByValuePlant,
  valid: [{ name: 'the job allows it', example: () => frozen({ allow: [{ columns: ['total'] }] }) as never }],
  invalid: [
    {
      name: 'the job says what else may change',
      example: () => frozen({ allow: [{ columns: ['note'] }] }) as never,
      findings: [
        { messageId: 'replaced', certainty: 'certain', message: "'total' of 'A2' was the formula =C3*D3 and is now the typed value 7" },
      ],
    },
  ],
});
