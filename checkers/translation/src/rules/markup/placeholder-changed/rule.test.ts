import { testRule } from '@preflag/testing/rule-tester';
import { catalogExample, documentPair, messagePair, poExample } from '../../../pair-plants.ts';
import { placeholderChangedPlant } from './plant.ts';
import { placeholderChanged } from './rule.ts';

const PLURAL = '{count, plural, one {# file} other {# files}}';

const OWN = { placeholders: String.raw`:[a-zA-Z]+` };

testRule(placeholderChanged, {
  plant: placeholderChangedPlant,
  valid: [
    { name: 'a number sign before one', example: messagePair('Payment #{0}', 'Zahlung {0}') },
    {
      name: 'the number in the first form of a po file, where the singular has another one',
      example: poExample([
        '#, python-format\nmsgid "%(name)s and 1 other"\nmsgid_plural "%(name)s and %(n)d others"\nmsgstr[0] "%(name)s und %(n)d weitere Person"\nmsgstr[1] "%(name)s und %(n)d weitere"',
      ]),
    },
    { name: 'one by name twice, apart', example: messagePair('{name}: the friends', '{name}: die Freunde von {name}') },
    {
      name: 'the number of the form other, as its name',
      example: messagePair('{n, plural, one {one} other {# files}}', '{n, plural, other {{n} 个}}', 'zh'),
    },
    { name: 'another order by name', example: messagePair('{a} of {b}', 'Aus {b}: {a}') },
    { name: 'another order by number', example: messagePair('%s in %s', '%2$s: %1$s') },
    { name: 'one that is needed twice', example: messagePair('{name} and the friends', '{name} und die Freunde von {name}') },
    { name: 'white space inside', example: messagePair('Hi {{ name }} and { $other }', 'Hallo {{name}} und {$other}') },
    { name: 'a unit beside it', example: messagePair('%d seconds', '%ds') },
    { name: 'percentages', example: messagePair('Save 50% and 20 % discount', '50% sparen, 20 % davon') },
    {
      name: 'Japanese right beside one',
      example: messagePair('%d files in %s', '%sの%d個のファイル'.replace('%s', '%2$s').replace('%d', '%1$d'), 'ja'),
    },
    {
      name: 'Korean and Chinese right beside one',
      example: messagePair({ a: '%s of %ld', b: '%s' }, { a: '%s의 %ld개', b: '共%s个' }, 'zh'),
    },
    { name: 'a precision of three digits', example: messagePair("'%.250s' in %s", "'%.250s' in %s") },
    { name: 'one right behind a word, where there are two', example: messagePair('file %s of %s', 'fichier%s de %s', 'fr') },
    { name: 'percent before a placeholder in Turkish', example: messagePair('{0}% done', '%{0} tamamlandı', 'tr') },
    { name: 'two in a row, and one of hexadecimal', example: messagePair('bad %s%s at 0x%lx', '%3$lx: %1$s%2$s', 'tr') },
    { name: 'a format of dates', example: messagePair('%a %b %e %H:%M:%S %Y', '%a %d. %b %Y %H:%M') },
    { name: 'a list in braces', example: messagePair('any of {ascii,ibm}', 'ascii oder ibm') },
    { name: 'percentages in Turkish', example: messagePair('Only 5% is left, 50% of it', 'Yalnızca %5 kaldı, bunun %50 si', 'tr') },
    {
      name: 'escaped bytes in an address',
      example: messagePair('See https://a.example/%20d%C3%BC', 'Siehe https://a.example/%20d%C3%BC/de%20s'),
    },
    { name: 'braces in prose', example: documentPair('The set {1, 2} {as above}', 'Die Menge {1, 2} {wie oben}') },
    {
      name: 'the plural forms of Polish',
      example: messagePair(PLURAL, '{count, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}', 'pl'),
    },
    { name: 'the only plural form of Japanese', example: messagePair(PLURAL, '{count, plural, other {#個のファイル}}', 'ja') },
    { name: 'millions in Spanish', example: messagePair(PLURAL, '{count, plural, one {# archivo} other {# archivos}}', 'es') },
    { name: 'an exact number for a form', example: messagePair(PLURAL, '{count, plural, =1 {eine Datei} other {# Dateien}}') },
    {
      name: 'the one number of a plural form as a word',
      example: messagePair({ n_one: '{{count}} file', n_other: '{{count}} files' }, { n_one: 'Eine Datei', n_other: '{{count}} Dateien' }),
    },
    {
      name: 'the one number of a form of a po file',
      example: poExample(['#, c-format\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "eine Datei"\nmsgstr[1] "%d Dateien"']),
    },
    {
      name: 'those of the job',
      example: messagePair('Hi :name, [[x]] and @@y@@', '@@y@@ und [[x]], :name', 'de', {
        placeholders: [String.raw`:\w+`, String.raw`\[\[\w+\]\]`, '@@y@@'],
      }),
    },
    {
      name: 'one of the job that is known of itself',
      example: messagePair('Hi {{name}} of {{place}}', 'Hallo {{name}} aus {{place}}', 'de', { placeholders: String.raw`\{\{\w+\}\}` }),
    },
    {
      name: 'the one number of a plural form, in a notation of the job',
      example: messagePair(
        { n_one: ':count file', n_other: ':count files' },
        { n_one: 'Eine Datei', n_other: ':count Dateien' },
        'de',
        OWN,
      ),
    },
    {
      name: 'one of the job in each of the plural forms of Polish',
      example: messagePair(
        '{n, plural, one {:name} other {:name}}',
        '{n, plural, one {:name} few {:name} many {:name} other {:name}}',
        'pl',
        OWN,
      ),
    },
    { name: 'another order where nothing is replaced', example: poExample(['msgid "%d and %s"\nmsgstr "%s und %d"']) },
  ],
  invalid: [
    {
      name: 'the ending of an English plural',
      example: messagePair('Moving {0} item{1}', '{0} Elemente werden verschoben'),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
    {
      name: 'one that stands twice in a row',
      example: messagePair('Hi {name}', 'Hallo {name} {name}'),
      findings: [{ messageId: 'doubled', certainty: 'likely', at: { offset: 6, length: 13 } }],
    },
    {
      name: 'one of printf that stands twice in a row',
      example: messagePair('Hi %s', 'Hallo %s %s'),
      findings: [{ messageId: 'added', certainty: 'certain' }],
    },
    {
      name: 'the number of the form other',
      example: messagePair('{n, plural, one {# file} other {{n} files of {all}}}', '{n, plural, other {文件，共 {all} 个}}', 'zh'),
      findings: [
        {
          messageId: 'missingInOther',
          certainty: 'likely',
          message: "The form 'other' of n lacks #, which the source has there",
        },
      ],
    },
    {
      name: 'one of the first i18next',
      example: messagePair('Cannot open __path__', 'Kann __pfad__ nicht öffnen'),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
    {
      name: 'one of ICU with a type',
      example: messagePair('Paid {sum, number, percent} of {all,number}', 'Bezahlt: {sum, number, percent} von {alle,number}'),
      findings: [{ messageId: 'changed', certainty: 'certain' }],
    },
    {
      name: 'one of two in a row',
      example: messagePair('at %s%s now', 'bei %s jetzt'),
      findings: [{ messageId: 'missing' }],
    },
    {
      name: 'one that is lost before a Japanese letter',
      example: messagePair('%s is missing in %s', '%sがありません', 'ja'),
      findings: [{ messageId: 'missing', certainty: 'certain' }],
    },
    {
      name: 'braces for the reader, in a file with placeholders of printf',
      example: poExample([
        '#, c-format\nmsgid "%d files"\nmsgstr "%d Dateien"',
        'msgid "Usage: :edit {file}"\nmsgstr "Aufruf: :edit {Datei}"',
      ]),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
    {
      name: 'braces in a file that has them',
      example: poExample([
        '#, python-brace-format\nmsgid "Hi {name}"\nmsgstr "Hallo {name}"',
        '#, python-format\nmsgid "%d files"\nmsgstr "%d Dateien"',
        'msgid "Bye {name}"\nmsgstr "Tschüss {Name}"',
      ]),
      findings: [{ messageId: 'changed', certainty: 'certain' }],
    },
    {
      name: 'one of the job that was translated',
      example: messagePair('Hello :name', 'Hallo :Name', 'de', OWN),
      findings: [
        {
          messageId: 'changed',
          certainty: 'certain',
          message: 'The translation has the placeholder :Name where the source has :name',
          excerpt: ':Name',
        },
      ],
    },
    {
      name: 'one of the job that stands once too few',
      example: messagePair('From :name to :name', 'Von :name', 'de', OWN),
      findings: [{ messageId: 'missing', message: 'The placeholder :name of the source is not in the translation' }],
    },
    {
      name: 'one of the job in a document, in inline code',
      example: documentPair('Write `@@name@@` there.', 'Schreiben Sie `@@Name@@` dorthin.', 'de', { placeholders: String.raw`@@\w+@@` }),
      findings: [{ messageId: 'changed', certainty: 'certain', excerpt: '@@Name@@' }],
    },
    {
      name: 'one of the job in paragraphs that may not belong together',
      example: documentPair(
        'The first one is here, and it is rather long, so long.\n\nA second paragraph tells @@name@@ of it.',
        'Der erste Absatz steht hier, und er ist ziemlich lang, so lang.\n\nEin zweiter Absatz erzählt davon.\n\nUnd ein dritter kommt hinzu.',
        'de',
        { placeholders: '@@[a-z]+@@' },
      ),
      findings: [
        {
          messageId: 'notAligned',
          certainty: 'likely',
          message: 'The placeholders of the job differ here: the source has @@name@@, the translation none',
        },
      ],
    },
    {
      name: 'one of the job that is known of itself, told once',
      example: messagePair('Hi %{name}', 'Hallo', 'de', { placeholders: [String.raw`%\{\w+\}`, String.raw`\{\w+\}`] }),
      findings: [{ messageId: 'missing', message: 'The placeholder %{name} of the source is not in the translation' }],
    },
    {
      name: 'one of the job in a plural message',
      example: messagePair('{n, plural, one {:name} other {:name}}', '{n, plural, one {:Name} other {:Name}}', 'de', OWN),
      findings: [{ messageId: 'changed', excerpt: ':Name' }],
    },
    {
      name: 'a form of 1, 21 and 31 without its number',
      example: messagePair(
        { n_other: '{count} files' },
        { n_one: 'один файл', n_few: '{count} a', n_many: '{count} b', n_other: '{count} c' },
        'ru',
      ),
      findings: [{ messageId: 'missing', certainty: 'certain' }],
    },
    {
      name: 'a text that the file marks as one of printf',
      example: poExample(['#, c-format\nmsgid "Copied %s"\nmsgstr "Kopiert"']),
      findings: [{ messageId: 'missing', certainty: 'certain' }],
    },
    {
      name: 'a text that the file does not mark',
      example: poExample(['msgid "Copied %s"\nmsgstr "Kopiert"']),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
    {
      name: 'a text of Android',
      example: catalogExample('values-de/strings.xml', '<resources><string name="a">Kopiert</string></resources>', 'de', {
        path: 'values/strings.xml',
        text: '<resources><string name="a">Copied <xliff:g xmlns:xliff="urn:x" id="n">%1$s</xliff:g></string></resources>',
      }),
      findings: [{ messageId: 'missing', message: 'The placeholder %1$s of the source is not in the translation' }],
    },
    {
      name: 'a type of printf',
      example: messagePair('Copied %d of %s', 'Kopiert: %s von %s'),
      findings: [{ messageId: 'changed', message: 'The translation has the placeholder %s where the source has %d', excerpt: '%s' }],
    },
    {
      name: 'a name that was translated',
      example: messagePair('Hello ${name}', '你好，${名称}', 'zh'),
      findings: [{ messageId: 'changed', certainty: 'certain', excerpt: '${名称}' }],
    },
    {
      name: 'one that is new',
      example: messagePair('Saved', '%{count} gespeichert'),
      findings: [{ messageId: 'added', excerpt: '%{count}' }],
    },
    {
      name: 'a number of Qt',
      example: messagePair('Page %1 of %2', 'Seite %1'),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
    {
      name: 'a document',
      example: documentPair('Write {name} there.', 'Schreiben Sie {Name} dorthin.'),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
    {
      name: 'plural forms of English in Russian',
      example: messagePair(PLURAL, '{count, plural, one {# файл} other {# файлов}}', 'ru'),
      findings: [
        { messageId: 'pluralMissing', message: "The plural form 'many' of count is missing: the target language needs it" },
        { messageId: 'pluralMissing', message: "The plural form 'few' of count is missing: the target language needs it" },
      ],
    },
    {
      name: 'a form that English has and Chinese has not',
      example: messagePair(PLURAL, '{count, plural, one {# 个文件} other {# 个文件}}', 'zh'),
      findings: [{ messageId: 'pluralUnused', certainty: 'hint' }],
    },
    {
      name: 'a keyword that was translated',
      example: messagePair(PLURAL, '{count, plural, eins {# Datei} andere {# Dateien}}'),
      findings: [{ messageId: 'syntax' }],
    },
    {
      name: 'a choice that was translated',
      example: messagePair('{sex, select, female {She} other {They}}', '{sex, select, weiblich {Sie} other {Sie}}'),
      findings: [{ messageId: 'choiceMissing', message: "The choice 'female' of sex is not in the translation" }],
    },
  ],
});
