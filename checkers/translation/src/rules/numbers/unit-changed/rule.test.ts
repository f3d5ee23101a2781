import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { unitChangedPlant } from './plant.ts';
import { unitChanged } from './rule.ts';

testRule(unitChanged, {
  plant: unitChangedPlant,
  valid: [
    { name: 'in words and in signs', example: messagePair('5 miles and 3 kg', '5 миль и 3 килограмма', 'ru') },
    { name: 'converted along with the number', example: messagePair('It is 5 miles long.', 'Es ist 8 km lang.') },
    { name: 'at the end of a range', example: messagePair('from 5 km to 10 km', 'von 5 bis 10 km') },
    { name: 'degrees of a scale that is known', example: messagePair('It was 30 degrees.', 'Es hatte 30 °C.') },
    { name: 'a word that Intl does not have', example: messagePair('after 5 hours', '5 घंटों के बाद', 'hi') },
    { name: 'speeds in Japanese', example: messagePair('It goes at 5 miles per hour.', '時速5マイルで進む。', 'ja') },
    { name: 'years and months that are dates', example: messagePair('In 2017, on May 5', '2017年5月5日に', 'ja') },
    {
      name: 'words that look like signs',
      example: messagePair('In 1975 it cost 10,000 in all.', 'Im Jahr 1975 kostete es insgesamt 10.000.'),
    },
    {
      name: 'speeds and areas in words',
      example: messagePair('It goes at 5 miles an hour over 6 km².', 'Il va à 5 milles à l’heure sur 6 kilomètres carrés.', 'fr'),
    },
    {
      name: 'speeds in other words',
      example: messagePair('It goes at 5 km/hr, 6 miles an hour.', 'Es fährt 5 km/h, 6 Meilen pro Stunde.'),
    },
    { name: 'decades', example: messagePair('the 1980s', 'los años 1980', 'es') },
    { name: 'millions', example: messagePair('about 50m people', 'etwa 50 Mio. Menschen') },
    { name: 'before the number in Swahili', example: messagePair('It is 5 kilometers long.', 'Ina urefu wa kilomita 5.', 'sw') },
    { name: 'two that stand in another order', example: messagePair('5 km in 5 minutes', 'in 5 Minuten 5 km') },
  ],
  invalid: [
    {
      name: 'where nobody says which language the source is in',
      example: {
        files: {
          'b.md': 'Das Paket, das Sie an das Büro schicken, darf nicht schwerer als 12,5 Pfund sein, denn dafür wurde es gemacht.\n',
        },
        beside: { 'a.md': 'The parcel that you send to the office must not be heavier than 12.5 kg, for which it was made.\n' },
        job: { deliverables: [{ path: 'b.md', type: 'translation', source: 'a.md', language: 'de' }] },
      },
      findings: [{ messageId: 'changed', excerpt: '12,5 Pfund' }],
    },
    {
      name: 'Chinese',
      example: messagePair('It weighs 5 kg.', '重5磅。', 'zh'),
      findings: [
        {
          messageId: 'changed',
          certainty: 'likely',
          message: "The translation says '5磅' where the source has '5 kg': the number is the same, and the unit is another",
        },
      ],
    },
    {
      name: 'signs of another size',
      example: messagePair('The server has 64 GB and 230 V.', 'Le serveur a 64 MB et 230 W.', 'fr'),
      findings: [
        { messageId: 'changed', excerpt: '64 MB' },
        { messageId: 'changed', excerpt: '230 W' },
      ],
    },
    {
      name: 'a unit that the source has nowhere',
      example: messagePair('Take 20 mg daily for 7 days.', 'Prendre 20 mg par jour pendant 7 semaines.', 'fr'),
      findings: [{ messageId: 'changed', excerpt: '7 semaines' }],
    },
    {
      name: 'months for years in Polish',
      example: messagePair('The warranty lasts 5 years.', 'Gwarancja trwa 5 miesięcy.', 'pl'),
      findings: [{ messageId: 'changed', excerpt: '5 miesięcy' }],
    },
  ],
});
