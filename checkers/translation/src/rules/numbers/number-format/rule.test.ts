import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { numberFormatPlant } from './plant.ts';
import { numberFormat } from './rule.ts';

testRule(numberFormat, {
  plant: numberFormatPlant,
  valid: [
    { name: 'a place on the map', example: messagePair('Use the form 49.1245.', 'Verwenden Sie die Form 49.1245.') },
    { name: 'spaces in French', example: messagePair('It costs 1,234.50 euros.', 'Cela coûte 1 234,50 euros.', 'fr') },
    { name: 'Switzerland', example: messagePair('It costs 1,234.50 francs.', 'Es kostet 1’234.50 Franken.', 'de-CH') },
    { name: 'Mexico', example: messagePair('It costs 1,234.50 pesos.', 'Cuesta 1,234.50 pesos.', 'es-MX') },
    { name: 'Japanese', example: messagePair('It costs 1,234.50 yen.', '1,234.50円です。', 'ja') },
    { name: 'India', example: messagePair('It costs 1,234,567 rupees.', 'इसकी कीमत 12,34,567 रुपये है।', 'hi') },
    {
      name: 'versions, addresses and dates',
      example: messagePair('Version 4.5, 10.0.0.1, 1.2.3', 'Version 4.5, 10.0.0.1, 1.2.3, am 4.7.2016, um 10.30 Uhr'),
    },
    { name: 'a decimal with three digits', example: messagePair('It is 0.125 or 3.142.', 'Es ist 0,125 oder 3,142.') },
  ],
  invalid: [
    {
      name: 'English in Polish',
      example: messagePair('They paid 12,345,678 in all.', 'Zapłacili w sumie 12,345,678.', 'pl'),
      findings: [
        { messageId: 'separators', message: '12,345,678 has the separators of another language: the decimal sign here is a comma' },
      ],
    },
    {
      name: 'decimals',
      example: messagePair('It rose by 4.5 percent.', 'Es stieg um 4.5 Prozent.'),
      findings: [{ messageId: 'decimals', certainty: 'likely', excerpt: '4.5' }],
    },
    {
      name: 'a comma for thousands in Russian',
      example: messagePair('It has 12,500 inhabitants.', 'Здесь 12,500 жителей.', 'ru'),
      findings: [{ messageId: 'copied', excerpt: '12,500' }],
    },
  ],
});

it('asks for a region where countries differ', async () => {
  const { findings, checks } = await runExample([numberFormat], messagePair('It costs 1,234.50.', 'Cuesta 1,234.50.', 'es'));
  expect([findings, checks[0]?.reason?.code]).toEqual([[], 'language']);
});
