import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { foreignPunctuationPlant } from './plant.ts';
import { foreignPunctuation } from './rule.ts';

testRule(foreignPunctuation, {
  plant: foreignPunctuationPlant,
  valid: [
    { name: 'numbers and clocks in Chinese', example: messagePair('Page 1,234 at 5:30', '第1,234页，5:30', 'zh') },
    {
      name: 'options, keywords and values in Chinese',
      example: messagePair('-e NAME, --eval=NAME; keys: a;b;', '  -e 名称, --eval=名称\n应用;程序;分类:等级', 'zh'),
    },
    { name: 'English within Japanese', example: messagePair('See Foo, Inc. now', 'Foo, Inc. を見てください。', 'ja') },
    { name: 'Spanish that asks', example: messagePair('Sure? Yes!', '¿Seguro? ¡Sí!', 'es') },
    { name: 'Greek that asks', example: messagePair('Sure?', 'Σίγουρα;', 'el') },
    { name: 'numbers of Arabic', example: messagePair('1,234 files', '1,234 ملف', 'ar') },
    { name: 'German', example: documentPair('Sure? Yes, sure.', 'Sicher? Ja, sicher.') },
    { name: 'Korean, which writes as English does', example: messagePair('Sure? Yes.', '확실해요? 네.', 'ko') },
  ],
  invalid: [
    {
      name: 'Spanish without the opening mark',
      example: messagePair('Are you sure?', 'Está seguro?', 'es'),
      findings: [
        {
          messageId: 'opening',
          certainty: 'hint',
          message: "A sentence ends with '?' and does not begin with '¿', in one text, this one first",
          at: { offset: 11, length: 1 },
        },
      ],
    },
    {
      name: 'a Greek question with a question mark, beside three with a semicolon',
      example: messagePair(
        { a: 'Sure?', b: 'Now?', c: 'Here?', d: 'Why so?' },
        { a: 'Σίγουρα;', b: 'Τώρα;', c: 'Εδώ;', d: 'Γιατί έτσι?' },
        'el',
      ),
      findings: [{ messageId: 'slip', certainty: 'likely' }],
    },
    { name: 'a full-width comma in German', example: messagePair('Yes, sure', 'Ja，sicher'), findings: [{ messageId: 'habit' }] },
    { name: 'a Latin comma in Arabic', example: messagePair('Yes, sure', 'نعم, بالتأكيد', 'ar'), findings: [{ messageId: 'habit' }] },
    { name: 'a full stop in Hindi', example: messagePair('The file is full.', 'फ़ाइल भरी है.', 'hi'), findings: [{ messageId: 'habit' }] },
  ],
});
