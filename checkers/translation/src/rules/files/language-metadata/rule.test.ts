import { testRule } from '@preflag/testing/rule-tester';
import { catalogExample, poExample } from '../../../pair-plants.ts';
import { languageMetadataPlant } from './plant.ts';
import { languageMetadata } from './rule.ts';

const ENTRY = ['msgid "Save"\nmsgstr "Sichern"'];
const xliff = (source: string, target: string): string =>
  `<xliff version="1.2"><file source-language="${source}"${target}><body><trans-unit id="1"><source>A</source><target>B</target></trans-unit></body></file></xliff>`;
const strings = { path: 'values/strings.xml', text: '<resources><string name="a">Save</string></resources>' };

testRule(languageMetadata, {
  plant: languageMetadataPlant,
  valid: [
    { name: 'a region that only the job names', example: poExample(ENTRY, { language: 'de-AT', header: 'de' }) },
    { name: 'another spelling of the tag', example: poExample(ENTRY, { language: 'pt-BR', header: 'pt_BR' }) },
    { name: 'Norwegian and Bokmål', example: poExample(ENTRY, { language: 'nb', header: 'no' }) },
    { name: 'the folder of the region', example: catalogExample('values-de-rAT/strings.xml', strings.text, 'de', strings) },
    { name: 'a name that is no language', example: catalogExample('app.po', poExample(ENTRY).files['messages.po'] as string) },
  ],
  invalid: [
    {
      name: 'trgLang of another language',
      example: catalogExample('a.xlf', xliff('en', ' target-language="fr"')),
      findings: [
        { messageId: 'target', message: 'The attribute target-language says French (fr), and the translation is to be in German (de)' },
      ],
    },
    {
      name: 'another region',
      example: poExample(ENTRY, { language: 'pt-BR', header: 'pt-PT' }),
      findings: [{ messageId: 'region', certainty: 'likely' }],
    },
    { name: 'another script', example: poExample(ENTRY, { language: 'zh-Hant', header: 'zh_CN' }), findings: [{ messageId: 'region' }] },
    {
      name: 'a folder of another language',
      example: catalogExample('values-fr/strings.xml', strings.text, 'de', strings),
      findings: [{ messageId: 'name', certainty: 'likely' }],
    },
    {
      name: 'a header and a name that differ, without a job',
      example: { files: { 'messages.fr.po': poExample(ENTRY).files['messages.po'] ?? '' } },
      findings: [
        { messageId: 'contradiction', message: 'The name of the file says French (fr), and the header Language says German (de)' },
      ],
    },
    {
      name: 'no target language',
      example: catalogExample('a.xlf', xliff('en', '')),
      findings: [{ messageId: 'absent', certainty: 'hint' }],
    },
  ],
});
