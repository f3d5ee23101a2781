import { testRule } from '@preflag/testing/rule-tester';
import { catalogExample } from '../../../pair-plants.ts';
import { runExample } from '@preflag/testing';
import { expect, it } from 'vitest';
import { tooLongPlant } from './plant.ts';
import { tooLong } from './rule.ts';

const xliff = (limit: string, target: string, source = 'Save'): string =>
  `<xliff version="1.2"><file original="a" source-language="en" target-language="de"><body><trans-unit id="1" ${limit}><source>${source}</source><target>${target}</target></trans-unit></body></file></xliff>`;

it('says that pixels are not counted', async () => {
  const { checks } = await runExample([tooLong], catalogExample('a.xlf', xliff('maxwidth="5"', 'Sichern')));
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'format']]);
});

testRule(tooLong, {
  plant: tooLongPlant,
  valid: [
    { name: 'as long as it may be', example: catalogExample('a.xlf', xliff('maxwidth="7" size-unit="char"', 'Sichern')) },
    {
      name: 'inline codes do not count',
      example: catalogExample('a.xlf', xliff('maxwidth="7" size-unit="char"', '<g id="1">Sichern</g>', '<g id="1">Save</g>')),
    },
    { name: 'pixels', example: catalogExample('a.xlf', xliff('maxwidth="5"', 'Sichern')) },
    { name: 'signs outside of the basic plane', example: catalogExample('a.xlf', xliff('maxwidth="2" size-unit="char"', '😀😀', '😀')) },
  ],
  invalid: [
    {
      name: 'bytes',
      example: catalogExample('a.xlf', xliff('maxwidth="7" size-unit="byte"', 'Öffnen!', 'Open')),
      findings: [{ messageId: 'long', message: "'Öffnen!' has 8 bytes, and the file allows 7" }],
    },
    {
      name: 'a source that is too long too',
      example: catalogExample('a.xlf', xliff('maxwidth="3" size-unit="char"', 'Sichern')),
      findings: [{ messageId: 'both', certainty: 'likely' }],
    },
  ],
});
