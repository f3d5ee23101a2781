import { testRule } from '@preflag/testing/rule-tester';
import { catalogExample, poExample } from '../../../pair-plants.ts';
import { fileInvalidPlant } from './plant.ts';
import { fileInvalid } from './rule.ts';

const android = (text: string): string => `<resources>\n<string name="a">${text}</string>\n</resources>`;
const source = { path: 'values/strings.xml', text: android('It is new') };

testRule(fileInvalid, {
  plant: fileInvalidPlant,
  valid: [
    {
      name: 'escapes and obsolete entries',
      example: poExample([String.raw`msgid "a\tb"` + '\n' + String.raw`msgstr "\"a\"\n"`, '#~ msgid "old"\n#~ msgstr "alt"']),
    },
    { name: 'an apostrophe with a backslash', example: catalogExample('values-fr/strings.xml', android("C\\'est nouveau"), 'fr', source) },
    { name: 'an apostrophe in double quotes', example: catalogExample('values-fr/strings.xml', android('"C\'est nouveau"'), 'fr', source) },
    {
      name: 'an attribute in single quotes',
      example: catalogExample('values-fr/strings.xml', android("<a href='x'>nouveau</a>"), 'fr', source),
    },
  ],
  invalid: [
    {
      name: 'an apostrophe in resources of Android',
      example: catalogExample('values-fr/strings.xml', android("C'est nouveau"), 'fr', source),
      findings: [{ messageId: 'apostrophe', message: "The apostrophe in 'a' has no backslash before it, so the app does not build" }],
    },
    {
      name: 'no header',
      example: catalogExample('de.po', 'msgid "a"\nmsgstr "b"\n'),
      findings: [
        { messageId: 'headerMissing', message: 'The file does not begin with the entry with an empty msgid, as this format must' },
      ],
    },
    {
      name: 'an escape of properties',
      example: catalogExample('app_de.properties', 'a=\\u00g1', 'de', { path: 'app.properties', text: 'a=x' }),
      findings: [{ messageId: 'badEscape', message: "'\\u00g1' in 'a' is no escape of this format" }],
    },
  ],
});
