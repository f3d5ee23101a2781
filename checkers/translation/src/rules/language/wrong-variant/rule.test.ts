import { runExample } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { messagePair } from '../../../pair-plants.ts';
import { wrongVariantPlant } from './plant.ts';
import { wrongVariant } from './rule.ts';

testRule(wrongVariant, {
  plant: wrongVariantPlant,
  valid: [
    { name: 'signs that both scripts have', example: messagePair('Collapse the header of the panel', '收合表頭的控制面板', 'zh-TW') },
    {
      name: 'one sign of the other script, in a file of a few',
      example: messagePair({ a: 'Delete it', b: 'Collapse the header' }, { a: '已删除', b: '收合表頭' }, 'zh-TW'),
    },
    { name: 'signs of both scripts', example: messagePair('It is in Taipei.', '它在台北那里，但是說國語。', 'zh-TW') },
    { name: 'a name in Cyrillic', example: messagePair('The paper Политика', 'Novine Политика', 'sr-Latn') },
    {
      name: 'names in Latin letters',
      example: messagePair('Microsoft Office and Google Docs', 'Microsoft Office и Google Docs', 'sr-Cyrl'),
    },
    { name: 'words of Brazil in Brazil', example: messagePair('The bus', 'O ônibus do usuário', 'pt-BR') },
    { name: 'British in Britain', example: messagePair('Farbe der Mitte', 'The colour of the centre', 'en-GB') },
    {
      name: 'names, and words that both have',
      example: messagePair('Handelszentrum', 'World Trade Center: check the tires and license it', 'en-GB'),
    },
    { name: 'both in Canada', example: messagePair('Farbe', 'The colour of the center', 'en-CA') },
    { name: 'ß in Germany', example: messagePair('The street', 'Die Straße', 'de-DE') },
    { name: 'ss in Switzerland', example: messagePair('The street', 'Die Strasse', 'de-CH') },
  ],
  invalid: [
    {
      name: 'one character, in a file that has the right ones',
      example: messagePair(
        { a: 'Deleted', b: 'Show the history of this page' },
        { a: '已删除', b: '顯示這個頁面的歷史記錄與變動' },
        'zh-TW',
      ),
      findings: [
        {
          messageId: 'sign',
          certainty: 'likely',
          excerpt: '删',
        },
      ],
    },
    {
      name: 'American in Britain',
      example: messagePair('Farben der Mitte', 'The colors of the center: analyzed', 'en-GB'),
      findings: [
        { messageId: 'english', certainty: 'hint', message: "'colors' is American spelling; en-GB has 'colours'" },
        { messageId: 'english', excerpt: 'center' },
        { messageId: 'english', message: "'analyzed' is American spelling; en-GB has 'analysed'" },
      ],
    },
    {
      name: 'British in the United States',
      example: messagePair('Abgebrochen', 'It was cancelled.', 'en-US'),
      findings: [{ messageId: 'english', message: "'cancelled' is British spelling; en-US has 'canceled'" }],
    },
    {
      name: 'traditional characters in mainland China',
      example: messagePair('Translate this document.', '翻譯這份文件。', 'zh-CN'),
      findings: [
        {
          messageId: 'script',
          certainty: 'likely',
          message: "'翻譯這份文件。' is written in traditional characters; zh-CN needs simplified ones",
        },
      ],
    },
    {
      name: 'Serbian in Cyrillic letters',
      example: messagePair('The rents rose again.', 'Кирије су поново порасле.', 'sr-Latn'),
      findings: [{ messageId: 'script', certainty: 'likely' }],
    },
    {
      name: 'Serbian in Latin letters',
      example: messagePair('The rents rose again.', 'Kirije su ponovo porasle.', 'sr-Cyrl-RS'),
      findings: [{ messageId: 'script', certainty: 'likely' }],
    },
    {
      name: 'a word of Brazil in Portugal',
      example: messagePair('The user waits.', 'O usuário espera.', 'pt-PT'),
      findings: [{ messageId: 'word', certainty: 'hint', message: "'usuário' is Brazilian Portuguese; pt-PT has 'utilizador'" }],
    },
    {
      name: 'ß in Switzerland',
      example: messagePair('The street', 'Die Straße', 'de-CH'),
      findings: [{ messageId: 'swiss', certainty: 'hint', excerpt: 'Straße' }],
    },
  ],
});

it.each(['zh', 'pt', 'sr', 'fr-CA'])('says that no variant was asked for: %s', async (language) => {
  const { checks } = await runExample([wrongVariant], messagePair('The rents rose.', 'x y z', language));
  expect(checks.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([['not-checked', 'language']]);
});
