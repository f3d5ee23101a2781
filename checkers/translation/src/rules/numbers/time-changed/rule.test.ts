import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { timeChangedPlant } from './plant.ts';
import { timeChanged } from './rule.ts';

testRule(timeChanged, {
  plant: timeChangedPlant,
  valid: [
    { name: 'in words of French', example: messagePair('At 3:45 pm', 'À 3 h 45 de l’après-midi', 'fr') },
    { name: 'in 24 hours in French', example: messagePair('At 3:45 pm', 'À 15 h 45', 'fr') },
    { name: 'before the hour in Chinese', example: messagePair('At 3:45 pm', '下午3点45分', 'zh') },
    { name: 'a letter in Arabic', example: messagePair('At 3:45 pm', 'في الساعة 3:45 م', 'ar') },
    { name: 'elsewhere in the text', example: messagePair('This afternoon, at 3:45 pm', 'Esta tarde, a las 3:45', 'es') },
    { name: 'with points in Greek', example: messagePair('At 3:45 pm', 'Στις 3:45 μ.μ.', 'el') },
    { name: 'in the morning', example: messagePair('At 8:30 a.m.', 'Um 8.30 Uhr') },
    { name: 'noon', example: messagePair('At 12:30 pm', 'Um 12:30 Uhr') },
    { name: 'from German', example: messagePair('At 15:45 or 3 o’clock', 'Um 15:45 oder um 3 Uhr') },
    { name: 'a score', example: messagePair('They won 3:1 at 7 pm.', 'Sie gewannen 3:1 um 19 Uhr.') },
    { name: 'a zone in words', example: messagePair('At 10:00 EST', 'Um 10:00 Uhr nordamerikanischer Ostküstenzeit') },
    { name: 'a zone by its own letters', example: messagePair('At 10:00 CET', 'Um 10:00 Uhr MEZ') },
    { name: 'a zone by its hours', example: messagePair('At 10:00 UTC+2', 'À 10 h 00 GMT+02:00', 'fr') },
    { name: 'a number that is no time', example: messagePair('7 people at 7 pm', '7 Personen um 19 Uhr') },
  ],
  invalid: [
    {
      name: 'midnight',
      example: messagePair('At 12:30 am', 'Um 12:30 Uhr'),
      findings: [{ messageId: 'half', certainty: 'likely', excerpt: '12:30' }],
    },
    {
      name: 'Japanese',
      example: messagePair('At 3:45 pm', '3時45分に', 'ja'),
      findings: [
        {
          messageId: 'half',
          message: "The translation says '3時45分' where the source has '3:45 pm': morning and evening are not told apart",
        },
      ],
    },
    {
      name: 'the other half by its word',
      example: messagePair('At 3:45 pm', 'A las 3:45 de la mañana', 'es'),
      findings: [{ messageId: 'changed', excerpt: '3:45' }],
    },
  ],
});
