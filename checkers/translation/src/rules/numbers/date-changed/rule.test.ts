import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { dateChangedPlant } from './plant.ts';
import { dateChanged } from './rule.ts';

testRule(dateChanged, {
  plant: dateChangedPlant,
  valid: [
    {
      name: 'more, in Romanian',
      example: messagePair('Find a faster theme in October.', 'Găsiți o temă mai rapidă în acest sezon.', 'ro'),
    },
    { name: 'digits in the order of each', example: messagePair('On 03/05/2026 or 5 May 2026', 'Le 05/03/2026 ou le 5 mai 2026', 'fr') },
    { name: 'Japanese', example: messagePair('On March 5, 2026 and in April', '2026年3月5日と4月に', 'ja') },
    { name: 'Korean', example: messagePair('On December 1, 2016', '2016년 12월 1일에', 'ko') },
    { name: 'Vietnamese', example: messagePair('On March 5, 2026, in October', 'Ngày 5 tháng 3 năm 2026, tháng 10', 'vi') },
    { name: 'years of the Thai calendar', example: messagePair('On 5 March 2016', 'วันที่ 5 มีนาคม 2559', 'th') },
    { name: 'Levantine months', example: messagePair('On 5 March 2016', 'في 5 آذار 2016', 'ar') },
    { name: 'cases of Czech and Finnish', example: messagePair('On Wednesday, in May', 've středu v květnu', 'cs') },
    { name: 'a date by ISO', example: messagePair('As of March 5, 2026', 'Stand 2026-03-05') },
    { name: 'only one name changed', example: messagePair('May I come in June?', 'Darf ich im Juni kommen?') },
    { name: 'a version', example: messagePair('Version 1.25.2026 of May', 'Version 1.25.2026 vom Mai', 'en-US') },
    { name: 'a month that begins like another', example: messagePair('In July', 'V červenci', 'cs') },
    { name: 'two months in Korean', example: messagePair('between November 1886 and June 1887', '1886년 11월과 1887년 6월 사이', 'ko') },
    { name: 'ordinals', example: messagePair('On the 1st of March 2020', 'Le 1er mars 2020', 'fr') },
    { name: 'of the same month', example: messagePair('From 3 to 5 May 2020', 'Vom 3. bis zum 5. Mai 2020') },
  ],
  invalid: [
    {
      name: 'day and month changed places',
      example: messagePair('On March 5, 2026', 'Am 03.05.2026'),
      findings: [
        {
          messageId: 'changed',
          certainty: 'likely',
          message: "The translation has the date '03.05.2026' where the source has 'March 5, 2026'",
        },
      ],
    },
    {
      name: 'the order of the United States in French',
      example: messagePair('Until 12/31/2025', 'Jusqu’au 12/31/2025', 'fr'),
      findings: [{ messageId: 'order', excerpt: '12/31/2025' }],
    },
    {
      name: 'another month in Japanese',
      example: messagePair('On March 5, 2026', '2026年4月5日に', 'ja'),
      findings: [{ messageId: 'changed', excerpt: '2026年4月5日' }],
    },
    {
      name: 'Polish',
      example: messagePair('On Monday, 5 March 2018', 'W poniedziałek, 5 maja 2018 r.', 'pl'),
      findings: [{ messageId: 'changed', excerpt: '5 maja 2018' }],
    },
    {
      name: 'a weekday in Russian',
      example: messagePair('We are closed on Monday.', 'Мы закрыты в среду.', 'ru'),
      findings: [{ messageId: 'weekday', excerpt: 'среду' }],
    },
  ],
});
