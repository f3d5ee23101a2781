import { definePlant, type Plant } from '@preflag/testing';
import { catalogExample, plantInCatalog, poExample } from '../../../pair-plants.ts';

export const languageMetadataPlant: Plant = definePlant({
  rule: 'translation/language-metadata',
  clean: () => poExample(['msgid "Save the table"\nmsgstr "Tabelle sichern"']),
  ways: {
    "the header still has the source's language": plantInCatalog('target', '.po', (text) =>
      text.replace(/Language: [\w-]+/, 'Language: fr'),
    ),
    'another language is in an arb file': () => ({
      example: catalogExample('app.arb', '{"@@locale": "fr", "a": "Sichern"}', 'de', {
        path: 'app_en.arb',
        text: '{"@@locale": "en", "a": "Save"}',
      }),
      findings: [{ messageId: 'target', file: 'app.arb' }],
    }),
  },
});
