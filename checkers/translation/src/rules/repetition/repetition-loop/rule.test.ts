import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { repetitionLoopPlant } from './plant.ts';
import { repetitionLoop } from './rule.ts';

testRule(repetitionLoop, {
  plant: repetitionLoopPlant,
  valid: [
    { name: 'pronouns that meet in Dutch', example: messagePair('How to prepare for winter', 'Hoe je je voorbereidt op de winter', 'nl') },
    { name: 'what the source repeats', example: messagePair('No no no, he said.', 'Nein nein nein, sagte er.') },
    { name: 'a name', example: messagePair('Duran Duran play today.', 'Heute spielen Duran Duran.') },
    { name: 'pronouns that meet', example: messagePair('We meet, and those who do.', 'Nous nous rencontrons.', 'fr') },
    { name: 'doubling in Turkish', example: messagePair('He walked slowly.', 'Yavaş yavaş yürüdü.', 'tr') },
    { name: 'laughter in Chinese', example: messagePair('Hahaha!', '哈哈哈哈！', 'zh') },
    { name: 'a word for a sound in Japanese', example: messagePair('The flower sways.', '花がゆらりゆらりと揺れる。', 'ja') },
    { name: 'doubling of two signs in Chinese', example: messagePair('Look into it.', '你们研究研究吧。', 'zh') },
    { name: 'pronouns that meet in Arabic', example: messagePair('In what he said.', 'ما ما قاله.', 'ar') },
    {
      name: 'billions of billions',
      example: messagePair('billions and billions and billions', 'miliardi di miliardi di miliardi di anni', 'it'),
    },
    {
      name: 'forms of a plural',
      example: messagePair('{n} file open|{n} files open', '{n} Ordner geöffnet|{n} Ordner geöffnet|{n} Ordner geöffnet'),
    },
    { name: 'numbers', example: messagePair('Ten each.', '10 10 10 10') },
    {
      name: 'a word on both sides of a full stop',
      example: messagePair('It was night. At night we slept.', 'Es war Nacht. Nacht um Nacht schliefen wir.'),
    },
  ],
  invalid: [
    {
      name: 'a loop in Japanese',
      example: messagePair('The rents have risen.', '家賃が上がりました上がりました上がりました上がりました。', 'ja'),
      findings: [{ messageId: 'loop', certainty: 'certain', excerpt: '上がりました' }],
    },
    {
      name: 'a doubled article in Polish',
      example: messagePair('The rents have risen in the town.', 'Czynsze wzrosły w w mieście mieście.', 'pl'),
      findings: [{ messageId: 'double', certainty: 'likely', message: "'mieście' stands twice in a row" }],
    },
    {
      name: 'a doubled word in Japanese',
      example: messagePair('The message was sent.', 'メッセージメッセージを送信しました。', 'ja'),
      findings: [{ messageId: 'double', certainty: 'likely', message: "'メッセージ' stands twice in a row" }],
    },
    {
      name: 'a doubled word in Arabic',
      example: messagePair('The report was written.', 'تمت كتابة كتابة التقرير.', 'ar'),
      findings: [{ messageId: 'double', certainty: 'likely', excerpt: 'كتابة كتابة' }],
    },
    {
      name: 'a long word in Turkish',
      example: messagePair('The changes were saved.', 'Değişiklikler değişiklikler kaydedildi.', 'tr'),
      findings: [{ messageId: 'double', certainty: 'likely', message: "'değişiklikler' stands twice in a row" }],
    },
    {
      name: 'a doubled word in Korean',
      example: messagePair('Save the report.', '보고서를 보고서를 저장하세요.', 'ko'),
      findings: [{ messageId: 'double', certainty: 'likely', excerpt: '보고서를 보고서를' }],
    },
  ],
});
