import { testRule } from '@preflag/testing/rule-tester';
import { messagePair } from '../../../pair-plants.ts';
import { strayPunctuationPlant } from './plant.ts';
import { strayPunctuation } from './rule.ts';

testRule(strayPunctuation, {
  plant: strayPunctuationPlant,
  valid: [
    { name: 'a word between apostrophes', example: messagePair('The buffer type is stored.', "Der Typ 'buffer' wird gespeichert.") },
    { name: 'an abbreviation in a label', example: messagePair('Multi input', 'Mehrf. eingeben') },
    {
      name: 'an exclamation mark for a full stop',
      example: messagePair('The file is too long. Choose another.', 'Die Datei ist zu lang! Wählen Sie eine andere.'),
    },
    { name: 'a prefix of Hebrew', example: messagePair('equal to or more', 'שווה ל- או יותר', 'he') },
    {
      name: 'a name of programs that begins a sentence',
      example: messagePair('Use swap here. It is faster, and swap is safe.', 'Hier besser tauschen. swap ist schneller und sicher.'),
    },
    { name: 'two words that share an end', example: messagePair('Advantages and drawbacks', 'Vor- und Nachteile') },
    { name: 'a question that is quoted', example: messagePair('“Why?” he asked.', '„Warum?“ fragte er.') },
    { name: 'a question that is quoted without marks', example: messagePair('Why? he asked.', 'Warum? fragte er.') },
    { name: 'an abbreviation', example: messagePair('About six leases of the town', 'Ca. sechs usw. unserer Verträge') },
    { name: 'a name with a sign', example: messagePair('Yahoo! pays the rent.', 'Yahoo! zahlt die Miete.') },
    { name: 'a dash that became a hyphen', example: messagePair('The rent – it rose – is due.', 'Die Miete- sie stieg- ist fällig.') },
    { name: 'a semicolon for a comma', example: messagePair('Rents rise, houses lack.', 'Die Mieten steigen; es fehlen Häuser.') },
    { name: 'a semicolon for a full stop', example: messagePair('Rents rise. Houses lack.', 'Die Mieten steigen; es fehlen Häuser.') },
    { name: 'three points', example: messagePair('Wait, it loads...', 'Warten, es lädt...') },
    { name: 'a genitive', example: messagePair('The rents of Max rose.', 'Max’ mieten stiegen.') },
    {
      name: 'a word that has an apostrophe at its end',
      example: messagePair('Rents rose a bit faster.', "Gli affitti salgono un po' di più.", 'it'),
    },
    { name: 'single marks of quotation', example: messagePair("The word 'rent' is old.", 'Das Wort ‚Miete’ ist alt.') },
    { name: 'a colon for a dash', example: messagePair('One thing is sure – rents rise.', 'Eines ist sicher: die Mieten steigen.') },
    { name: 'a question in Greek', example: messagePair('Why; he asked.', 'Γιατί; ρώτησε.', 'el') },
    { name: 'an abbreviation of few letters', example: messagePair('The rent of about six leases', 'Die Miete von ca. sechs Verträgen') },
  ],
  invalid: [
    ...(
      [
        ['an article before a full stop', 'fr', 'Les loyers montent dans les. Villes aussi.', '.'],
        ['an article before a comma', 'es', 'Los precios suben en los, pueblos.', ','],
        ['a conjunction before a full stop', 'de', 'Die Mieten steigen in und. um Bonn.', '.'],
        ['a question before a number', 'de', 'Die Stadt hat? 85.000 Verträge.', '?'],
        ['a call before a name', 'de', 'Mieten in vielen! Bonner Häusern stiegen.', '!'],
        ['a sign behind a comma', 'de', 'Mieten, Verträge,_ Häuser.', '_'],
        ['a mark behind a semicolon', 'de', 'Die Mieten steigen;? es fehlen Häuser.', ';?'],
        ['an apostrophe', 'de', "Wenn du' mieten willst, zahle.", "'"],
      ] as const
    ).map(([name, language, text, sign]) => ({
      name,
      example: messagePair('Rents rise in town', text, language),
      findings: [{ messageId: 'stray', certainty: 'likely' as const, excerpt: sign }],
    })),
    {
      name: 'a colon',
      example: messagePair('The office said that rents rose.', 'Das Amt sagte: dass die Mieten stiegen.'),
      findings: [{ messageId: 'doubtful', certainty: 'hint', excerpt: ':' }],
    },
    {
      name: 'a semicolon where the source has no sign',
      example: messagePair('Rents rise in all of the old houses of the town', 'Die Mieten steigen in all; den alten Häusern der Stadt'),
      findings: [{ messageId: 'doubtful', certainty: 'hint', excerpt: ';' }],
    },
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
