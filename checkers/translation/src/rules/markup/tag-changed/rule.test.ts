import { testRule } from '@preflag/testing/rule-tester';
import { catalogExample, documentPair, messagePair } from '../../../pair-plants.ts';
import { tagChangedPlant } from './plant.ts';
import { tagChanged } from './rule.ts';

const xliff = (source: string, target: string): string =>
  `<xliff version="1.2"><file original="a" source-language="en" target-language="de"><body><trans-unit id="1"><source>${source}</source><target>${target}</target></trans-unit></body></file></xliff>`;

testRule(tagChanged, {
  plant: tagChangedPlant,
  valid: [
    { name: 'how a command is called', example: messagePair('dir [/s] [size]', 'dir [/s] [Größe]') },
    { name: 'words in brackets', example: messagePair('See [table] and [left] [/etc]', 'Siehe [Tabelle] und [links] [/etc]') },
    { name: 'another order', example: messagePair('<0>Save</0> or <1>close</1>', '<1>Schließen</1> oder <0>speichern</0>') },
    { name: 'two ways to write a break', example: messagePair('One<br>two', 'Eins<br />zwei') },
    { name: 'an attribute', example: messagePair('<a title="Help">Help</a>', '<a title="Hilfe">Hilfe</a>') },
    { name: 'words in angle brackets', example: messagePair('copy <file> to <link>', '<Datei> nach <Verweis> kopieren') },
    {
      name: 'words in angle brackets in other letters',
      example: messagePair('copy <file> to <link>', 'копировать <файл> в <ссылка на файл>', 'ru'),
    },
    { name: 'comparisons', example: messagePair('If a < b and c > d', 'Wenn a<b und c>d') },
    { name: 'a source that is broken too', example: messagePair('A <b>bold word', 'Ein <b>fettes Wort') },
    {
      name: 'inline codes of xliff in another order',
      example: catalogExample(
        'a.xlf',
        xliff('<g id="1">Save<x id="3"/></g> or <g id="2">close</g>', '<g id="2">Schließen</g> oder <g id="1">sichern<x id="3"/></g>'),
      ),
    },
  ],
  invalid: [
    {
      name: 'the only BBCode, that lost its end',
      example: messagePair('A [b]bold[/b] word', 'Ein [b]fettes Wort'),
      findings: [{ messageId: 'missing', message: 'The tag [/b] of the source is not in the translation' }],
    },
    {
      name: 'BBCode that lost its end',
      example: messagePair(
        'A [b]bold[/b] word, [url=https://a.example]there[/url]',
        'Ein [b]fettes Wort, [url=https://a.example]dort[/url]',
      ),
      findings: [{ messageId: 'missing', certainty: 'certain', message: 'The tag [/b] of the source is not in the translation' }],
    },
    {
      name: 'an inline code of xliff twice in place of another',
      example: catalogExample('a.xlf', xliff('Save<x id="1"/> all<x id="2"/>', 'Alles<x id="1"/> sichern<x id="1"/>')),
      findings: [
        { messageId: 'missing', message: 'The tag <x id="2"/> of the source is not in the translation' },
        { messageId: 'added', excerpt: '<x id="1"/>' },
      ],
    },
    {
      name: 'a word in angle brackets that was lost',
      example: messagePair('copy <file> to <link>', '<Datei> kopieren'),
      findings: [{ messageId: 'words', certainty: 'hint' }],
    },
    {
      name: 'very many',
      example: messagePair('<b>x</b> '.repeat(100), 'nichts'),
      findings: [
        ...Array.from({ length: 20 }, () => ({ messageId: 'missing' })),
        {
          messageId: 'many',
          message: 'More tags differ: 180 of the source not in the translation, 0 of the translation not in the source',
        },
      ],
    },
    {
      name: 'a handler',
      example: messagePair('<a>Help</a>', '<a onclick="go()">Hilfe</a>'),
      findings: [{ messageId: 'unsafe', certainty: 'certain', excerpt: 'onclick' }],
    },
    {
      name: 'a name that was translated',
      example: messagePair('<em>Help</em>', '<hervor>Hilfe</hervor>'),
      findings: [{ messageId: 'missing' }, { messageId: 'missing' }, { messageId: 'added' }, { messageId: 'added' }],
    },
    {
      name: 'a document',
      example: documentPair('Press <kbd>Enter</kbd> now.', 'Drücken Sie jetzt Enter.'),
      findings: [{ messageId: 'inProse', certainty: 'likely' }],
    },
  ],
});
