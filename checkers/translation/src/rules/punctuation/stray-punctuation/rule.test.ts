import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { strayPunctuationPlant } from './plant.ts';
import { strayPunctuation } from './rule.ts';

testRule(strayPunctuation, {
  plant: strayPunctuationPlant,
  valid: [
    { name: 'two words that share an end', example: messagePair('Advantages and drawbacks', 'Vor- und Nachteile') },
    { name: 'a question that is quoted', example: messagePair('“Why?” he asked.', '„Warum?“ fragte er.') },
    { name: 'a question that is quoted without marks', example: messagePair('Why? he asked.', 'Warum? fragte er.') },
    { name: 'an abbreviation', example: messagePair('About six leases of the town', 'Ca. sechs usw. unserer Verträge') },
    { name: 'a name with a sign', example: messagePair('Yahoo! pays the rent.', 'Yahoo! zahlt die Miete.') },
    { name: 'a dash that became a hyphen', example: messagePair('The rent – it rose – is due.', 'Die Miete- sie stieg- ist fällig.') },
    { name: 'three points', example: messagePair('Wait, it loads...', 'Warten, es lädt...') },
  ],
  invalid: [
    {
      name: 'a sign of programs',
      example: messagePair('The comedy tells a story.', 'Die Komödie_ erzählt eine Geschichte.'),
      findings: [
        {
          messageId: 'stray',
          certainty: 'likely',
          excerpt: '_',
          message: "In 'Komödie_', the sign '_' breaks the sentence; the source has none there",
        },
      ],
    },
    {
      name: 'a question in Russian',
      example: messagePair('The rents have risen again this year.', 'Арендная плата? снова выросла в этом году.', 'ru'),
      findings: [{ messageId: 'stray', excerpt: '?' }],
    },
  ],
});
