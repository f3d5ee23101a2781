import { definePlant, type Plant } from '@preflag/testing';
import { plantInCatalog, poExample } from '../../../pair-plants.ts';

export const duplicateKeyPlant: Plant = definePlant({
  rule: 'translation/duplicate-key',
  clean: () => poExample(['msgid "Save the table"\nmsgstr "Tabelle sichern"', 'msgid "Close"\nmsgstr "Schließen"']),
  ways: {
    'an entry was copied': plantInCatalog('twice', '.po', (text) => text.replace(/\n\n(msgid ".+"\nmsgstr ".+"\n)/, '\n\n$1\n$1')),
  },
});
