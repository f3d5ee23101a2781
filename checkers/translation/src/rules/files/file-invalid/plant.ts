import { definePlant, type Plant } from '@preflag/testing';
import { plantInCatalog, poExample } from '../../../pair-plants.ts';

export const fileInvalidPlant: Plant = definePlant({
  rule: 'translation/file-invalid',
  clean: () =>
    poExample([
      'msgid "Save the table"\nmsgstr "Tabelle sichern"',
      'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d Datei"\nmsgstr[1] "%d Dateien"',
    ]),
  ways: {
    'a quotation mark does not close': plantInCatalog('openQuote', '.po', (text) => text.replace(/^(msgstr ".+)"$/m, '$1')),
    'a plural form fewer than the header says': plantInCatalog('pluralCount', '.po', (text) => text.replace(/\nmsgstr\[1\] ".*"/, '')),
  },
});
