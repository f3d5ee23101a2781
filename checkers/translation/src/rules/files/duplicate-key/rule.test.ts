import { testRule } from '@preflag/testing/rule-tester';
import { catalogExample, poExample } from '../../../pair-plants.ts';
import { duplicateKeyPlant } from './plant.ts';
import { duplicateKey } from './rule.ts';

const unit = (id: string): string => `<trans-unit id="${id}"><source>A</source><target>B</target></trans-unit>`;
const file = (name: string, ...units: string[]): string =>
  `<file original="${name}" source-language="en" target-language="de"><body>${units.join('\n')}</body></file>`;
const xliff = (...files: string[]): string => `<xliff version="1.2">\n${files.join('\n')}\n</xliff>`;

testRule(duplicateKey, {
  plant: duplicateKeyPlant,
  valid: [
    { name: 'a context of its own', example: poExample(['msgctxt "a"\nmsgid "Open"\nmsgstr "Offen"', 'msgid "Open"\nmsgstr "Öffnen"']) },
    { name: 'an id again in another file', example: catalogExample('a.xlf', xliff(file('a', unit('1')), file('b', unit('1')))) },
    { name: 'an obsolete entry', example: poExample(['msgid "Open"\nmsgstr "Offen"', '#~ msgid "Open"\n#~ msgstr "Öffnen"']) },
  ],
  invalid: [
    {
      name: 'an id of xliff',
      example: catalogExample('a.xlf', xliff(file('a', unit('1'), unit('2'), unit('1')))),
      findings: [{ messageId: 'twice', message: "The key '1' stands twice" }],
    },
    {
      name: 'names in resources of one language',
      example: { files: { 'strings.xml': '<resources><string name="a">x</string>\n<string name="a">y</string></resources>' } },
      findings: [{ messageId: 'twice' }],
    },
  ],
});
