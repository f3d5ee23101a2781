import type { Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { documentPair, messagePair } from '../../../pair-plants.ts';
import { edgeSpaceChangedPlant } from './plant.ts';
import { edgeSpaceChanged } from './rule.ts';

const HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n';
const po = (source: string, target: string): Example => ({ files: { 'a.po': `${HEAD}msgid "${source}"\nmsgstr "${target}"\n` } });

testRule(edgeSpaceChanged, {
  plant: edgeSpaceChangedPlant,
  valid: [
    { name: 'another space for a space', example: messagePair('Name: ', 'Nom :\u00A0', 'fr') },
    { name: 'a language that sets no spaces', example: messagePair('Name of the file: ', '文件名：', 'zh') },
    { name: 'documents', example: documentPair('The rent rose.', '   Die Miete stieg.') },
    { name: 'line breaks on both sides', example: po(String.raw`Usage: a\n`, String.raw`Aufruf: a\n`) },
  ],
  invalid: [
    {
      name: 'a line break in a po file',
      example: po(String.raw`The file is full.\n`, 'Die Datei ist voll.'),
      findings: [
        {
          messageId: 'refused',
          certainty: 'certain',
          message: 'The source ends with a line break, and the translation does not: msgfmt refuses the file',
        },
      ],
    },
    {
      name: 'a line break that the source has not',
      example: messagePair('The file is full.', '\nDie Datei ist voll.'),
      findings: [{ messageId: 'line', certainty: 'likely', message: 'The translation begins with a line break, and the source does not' }],
    },
    {
      name: 'both ends',
      example: messagePair(' of the files ', 'der Dateien'),
      findings: [
        { messageId: 'lost', message: 'The source begins with a space, and the translation does not', certainty: 'likely' },
        { messageId: 'lost', message: 'The source ends with a space, and the translation does not' },
      ],
    },
  ],
});
