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
  ],
});
