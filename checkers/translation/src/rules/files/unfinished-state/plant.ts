import { definePlant, type Plant } from '@preflag/testing';
import { plantInCatalog, poExample } from '../../../pair-plants.ts';

export const unfinishedStatePlant: Plant = definePlant({
  rule: 'translation/unfinished-state',
  clean: () => poExample(['msgid "Save the table"\nmsgstr "Tabelle sichern"', '#, c-format\nmsgid "Close %s"\nmsgstr "%s schließen"']),
  ways: {
    'an entry is fuzzy': plantInCatalog('unfinished', '.po', (text) => text.replace(/\n\n(msgid ".+)/, '\n\n#, fuzzy\n$1')),
  },
});
