import { describe, expect, it } from 'vitest';
import { recalculateOnLoad } from './recalculate-on-load.ts';

describe('recalculateOnLoad', () => {
  it.each([
    ['settings that are there', '<w><calcPr calcId="1"/></w>', '<w><calcPr calcId="1" fullCalcOnLoad="1"/></w>'],
    [
      'settings that say no',
      '<w><calcPr fullCalcOnLoad="0" calcId="1"></calcPr></w>',
      '<w><calcPr calcId="1" fullCalcOnLoad="1"></calcPr></w>',
    ],
    [
      'none, after the last element that may stand before',
      '<x:w><x:sheets><x:sheet/></x:sheets><x:definedNames></x:definedNames><x:oleSize/></x:w>',
      '<x:w><x:sheets><x:sheet/></x:sheets><x:definedNames></x:definedNames><x:calcPr fullCalcOnLoad="1"/><x:oleSize/></x:w>',
    ],
  ])('%s', (_, before, after) => {
    expect(recalculateOnLoad(before)).toBe(after);
  });
});
