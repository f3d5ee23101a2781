import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { urlChangedPlant } from './plant.ts';
import { urlChanged } from './rule.ts';

testRule(urlChanged, {
  plant: urlChangedPlant,
  valid: [
    { name: 'an address of nobody', example: messagePair('Such as name@example.org', 'Etwa name@beispiel.org') },
    {
      name: 'text at once behind a link of markdown',
      example: messagePair('Read [the guide](https://example.org/guide) first.', '[ガイド](https://example.org/guide)を先に読む。', 'ja'),
    },
    {
      name: 'the end of a sentence behind a path',
      example: messagePair('It must be http://<host>/files/app.', 'Es heißt http://<Rechner>/files/app, immer.'),
    },
    { name: 'a key in place of a source', example: messagePair('fieldName.endsAt', 'Endet am') },
    { name: 'a capital at the beginning', example: messagePair('Read robots.txt twice.', 'Robots.txt wird zweimal gelesen.') },
    { name: 'the ending of a product', example: messagePair('For your Vue.js app.', 'Für Ihr Programm mit Vue.') },
    {
      name: 'the language of a site',
      example: messagePair('See https://en.wiki.example/a?lang=en.', 'Siehe https://de.wiki.example/a?lang=de!'),
    },
    { name: 'brackets and full stops', example: messagePair('Look it up (https://a.example/b).', '请查看（https://a.example/b）。', 'zh') },
    { name: 'a code without its hyphen', example: messagePair('Flight LH-1234 is late.', 'Flug LH1234 hat Verspätung.') },
    { name: 'an abbreviation with a year', example: messagePair('The G20 and the 1980s', 'Die G20 und die 1980er') },
    {
      name: 'keys and values of programs',
      example: messagePair(
        { a: 'P_ause, Fo_lder, -w, --width=PAGE_WIDTH', b: 'Page or_dering:' },
        { a: 'Pau_se, Or_dner, -w, --width=BREITE', b: 'Seiten_folge:' },
      ),
    },
    {
      name: 'acronyms and brands',
      example: messagePair('The UN uses an iPhone and WhatsApp.', 'L’ONU utilise un téléphone et une appli.', 'fr'),
    },
    { name: 'plurals in brackets', example: messagePair('the file(s) -- really', 'die Datei(en) – wirklich') },
    { name: 'a number in groups of another kind', example: messagePair('Call +49 (0)30 123 45 67.', 'Rufen Sie an: +49 30 1234567.') },
    { name: 'a number without its country', example: messagePair('Call +1 555 123 4567.', 'Rufen Sie an: (555) 123-4567.') },
    { name: 'an IBAN without spaces', example: messagePair('DE89 3704 0044 0532 0130 00', 'DE89370400440532013000') },
    { name: 'a hashtag in small letters', example: messagePair('Follow #PreFlag.', 'Folgen Sie #preflag.') },
    { name: 'what is emphasised', example: messagePair('Do _not_ go, #1 of 2.', 'Gehen Sie _nicht_, Nr. 1 von 2.') },
    { name: 'either or', example: messagePair('He and/or she, 1/2, 24/7', 'Er und/oder sie, 1/2, 24/7') },
    { name: 'a decimal number', example: messagePair('It costs 3.50, e.g. today.', 'Es kostet 3,50, z.B. heute.') },
  ],
  invalid: [
    {
      name: 'a file with letters that are not English',
      example: messagePair('Save usage.csv now.', 'Zapisz użycia.csv teraz.', 'pl'),
      findings: [{ messageId: 'changed', excerpt: 'użycia.csv' }],
    },
    {
      name: 'another domain, in a document',
      example: documentPair('See https://a.example/b for more.', 'Mehr unter https://a.exampel/b dazu.'),
      findings: [{ messageId: 'changed', certainty: 'likely', excerpt: 'https://a.exampel/b' }],
    },
    {
      name: 'a file name, a path and a handle',
      example: messagePair('Open report.xlsx in /usr/share/x, ask @anna_b', 'Öffnen Sie bericht.xlsx in /usr/teilen/x, fragen Sie @anne_b'),
      findings: [
        { messageId: 'changed', excerpt: 'bericht.xlsx' },
        { messageId: 'changed', excerpt: '/usr/teilen/x' },
        { messageId: 'changed', excerpt: '@anne_b' },
      ],
    },
    {
      name: 'what programs call',
      example: messagePair('Call getUser() with --dry-run and max_size.', 'Rufen Sie holeNutzer() mit --probelauf und max_groesse auf.'),
      findings: [
        { messageId: 'changed', excerpt: 'holeNutzer()' },
        { messageId: 'changed', excerpt: '--probelauf' },
        { messageId: 'changed', excerpt: 'max_groesse' },
      ],
    },
    {
      name: 'numbers that lead somewhere',
      example: messagePair('v2.3.1 at 10.0.0.17, +49 30 1234567', 'v2.3.2 auf 10.0.0.71, +49 30 1234657'),
      findings: [
        { messageId: 'changed', excerpt: 'v2.3.2' },
        { messageId: 'changed', excerpt: '10.0.0.71' },
        { messageId: 'changed', excerpt: '+49 30 1234657' },
      ],
    },
    {
      name: 'a hashtag that was lost',
      example: messagePair('Follow #preflag.', 'Folgen Sie uns.'),
      findings: [{ messageId: 'missing', message: "The hashtag '#preflag' of the source is not in the translation" }],
    },
    {
      name: 'one that is new',
      example: messagePair('Ask us.', 'Fragen Sie uns: info@a.example'),
      findings: [{ messageId: 'added', certainty: 'hint' }],
    },
  ],
});
