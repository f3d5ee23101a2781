import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const accessKeyLostPlant: Plant = definePlant({
  rule: 'translation/access-key-lost',
  clean: () =>
    messagePair(
      { file: '_File', edit: '_Edit', view: '_View', save: 'Save _As…', leave: 'E_xit', about: 'About this program' },
      {
        file: '_Datei',
        edit: '_Bearbeiten',
        view: '_Ansicht',
        save: 'Speichern _unter…',
        leave: 'B_eenden',
        about: 'Über dieses Programm',
      },
    ),
  ways: {
    'the key was left out': plantInTranslation('lost', (text) => text.replace('_unter', 'unter')),
    'that within a word was left out': plantInTranslation('lostInWord', (text) => text.replace('B_eenden', 'Beenden')),
    'all were left out': plantInTranslation('none', (text) => text.replaceAll('_', '')),
    'a key where there was none': plantInTranslation('added', (text) => text.replace('Über', '_Über')),
    'a second key': plantInTranslation('several', (text) => text.replace('Speichern', '_Speichern')),
  },
});
