import { runExample, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { expect, it } from 'vitest';
import { catalogExample, documentPair, messagePair, poExample } from '../../../pair-plants.ts';
import { accessKeyLostPlant } from './plant.ts';
import { accessKeyLost } from './rule.ts';

const FILE = { a: '&File', b: '&Edit', c: 'Save &As…' };
const DATEI = { a: '&Datei', b: '&Bearbeiten', c: 'Speichern &unter…' };

/** One more label, beside three that show the mark of the file. */
function label(source: string, target: string, mark = '&'): Example {
  const marked = (texts: typeof FILE): object =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.replace('&', mark)]));
  return messagePair({ ...marked(FILE), d: source }, { ...marked(DATEI), d: target });
}

testRule(accessKeyLost, {
  plant: accessKeyLostPlant,
  valid: [
    { name: 'another letter, within a word', example: label('E&xit', 'B&eenden') },
    { name: 'the key in brackets', example: label('_View', '查看(_V)', '_') },
    { name: 'the key in full-width brackets', example: label('&View', '表示（&V）') },
    { name: 'LibreOffice', example: label('~View', '~Ansicht', '~') },
    { name: 'a literal sign', example: label('Find && replace', 'Suchen und ersetzen') },
    { name: 'entities', example: label('Terms &amp; conditions', 'Bedingungen') },
    { name: 'abbreviations', example: label('R&D, Q & A', 'Forschung, Fragen') },
    { name: 'parameters of an address', example: label('?a=1&b=2', '?a=1') },
    { name: 'an identifier in a message', example: label('The field user_id is not in "%s"', 'Das Feld fehlt in „%s“', '_') },
    { name: 'a private identifier', example: label('Use _exit() here', 'Hier beenden', '_') },
    {
      name: 'a sentence',
      example: label('Choose &File, and then the folder that you want to have in the list of all folders', 'Wählen Sie erst Datei'),
    },
    { name: 'two lines', example: label('&OK\n&Cancel', 'OK') },
    {
      name: 'names in a file without keys',
      example: messagePair({ a: '_gp is not set', b: 'No _start found' }, { a: 'Kein gp', b: 'Kein Start' }),
    },
    { name: 'fewer labels than make a habit', example: messagePair({ a: '_File', b: '_Edit' }, { a: 'Datei', b: 'Bearbeiten' }) },
    { name: 'emphasis', example: label('_Note_ this', 'Beachten Sie', '_') },
    { name: 'a document', example: documentPair('_File_\n\n_Edit_\n\n_View_', 'Datei\n\nBearbeiten\n\nAnsicht') },
  ],
  invalid: [
    {
      name: 'a key that was left out',
      example: label('&View', 'Ansicht'),
      findings: [
        {
          messageId: 'lost',
          certainty: 'likely',
          message: "The label has the access key '&V' in the source, and none in the translation",
        },
      ],
    },
    {
      name: 'a sign that stands for itself in the translation',
      example: label('Find &Next', 'Suchen && weiter'),
      findings: [{ messageId: 'lost' }],
    },
    {
      name: 'a po file of GTK',
      example: poExample([
        'msgid "_File"\nmsgstr "_Datei"',
        'msgid "_Edit"\nmsgstr "_Bearbeiten"',
        'msgid "Save _As"\nmsgstr "Speichern unter"',
      ]),
      findings: [{ messageId: 'lost' }],
    },
    {
      name: 'properties',
      example: catalogExample('app_de.properties', 'a=&Datei\nb=&Bearbeiten\nc=Ansicht\n', 'de', {
        path: 'app.properties',
        text: 'a=&File\nb=&Edit\nc=&View\n',
      }),
      findings: [{ messageId: 'lost' }],
    },
    {
      name: 'a key within a word, which may be a name',
      example: label('Multi_key', 'Multifunktionstaste', '_'),
      findings: [{ messageId: 'lostInWord', certainty: 'hint' }],
    },
    {
      name: 'a key that the source has not',
      example: label('Up', '&Auf'),
      findings: [{ messageId: 'added', message: "The translation has the access key '&A', and the source has none", excerpt: '&A' }],
    },
    {
      name: 'a key within a word that the source has not',
      example: label('Pages', 'S_eiten', '_'),
      findings: [{ messageId: 'addedInWord', certainty: 'hint', excerpt: '_e' }],
    },
    {
      name: 'underscores for spaces',
      example: label('Restore _Defaults', 'Vorgaben_wieder_herstellen', '_'),
      findings: [{ messageId: 'several', message: "The translation has several access keys (_w _h), and the source has only '_D'" }],
    },
    {
      name: 'a translation without any key, said once',
      example: messagePair(FILE, { a: 'Datei', b: 'Bearbeiten', c: 'Speichern unter…' }),
      findings: [
        { messageId: 'none', message: 'The labels of the source have access keys (3 of them), and none has one in the translation' },
      ],
    },
  ],
});

it('looks at nothing in files without access keys', async () => {
  const { checks } = await runExample(
    [accessKeyLost],
    messagePair({ a: 'File', b: 'Edit', c: 'R&D' }, { a: 'Datei', b: 'Bearbeiten', c: 'F&E' }),
  );
  expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code: 'nothing-to-check' } }]);
});
