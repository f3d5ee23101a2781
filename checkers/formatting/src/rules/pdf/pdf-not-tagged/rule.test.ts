import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { pdfNotTaggedPlant } from './plant.ts';
import { pdfNotTagged } from './rule.ts';

testRule(pdfNotTagged, {
  plant: pdfNotTaggedPlant,
  valid: [{ name: 'another format', example: { files: { 'a.md': 'Rents rose.\n' } } }],
  invalid: [],
});

it('says that other formats were not checked', async () => {
  const { checks } = await runExample([pdfNotTagged], { files: { 'a.md': 'Rents rose.\n' } });
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'format' } }]);
});
