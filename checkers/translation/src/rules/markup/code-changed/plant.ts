import { definePlant, type Plant } from '@preflag/testing';
import { documentPair, plantInTranslation } from '../../../pair-plants.ts';

export const codeChangedPlant: Plant = definePlant({
  rule: 'translation/code-changed',
  clean: () =>
    documentPair(
      'Run `npm run build -- -w 4` in the folder, and see whether `total = 0` comes out. Press `Cancel` to stop.\n\n```js\nmsg.limit = 20; // the most\nsend(msg);\n```',
      'Rufen Sie im Ordner `npm run build -- -w 4` auf, und sehen Sie nach, ob `total = 0` herauskommt. Mit `Cancel` brechen Sie ab.\n\n```js\nmsg.limit = 20; // das Meiste\nsend(msg);\n```',
    ),
  ways: {
    'a number in a block of code changed': plantInTranslation('block', (text) => text.replace('= 20;', '= 25;')),
    'a command was translated': plantInTranslation('changed', (text) => text.replace('npm run build', 'npm starte bauen')),
    'code was left out': plantInTranslation('missing', (text) => text.replace('ob `total = 0` herauskommt', 'was herauskommt')),
    'a word was translated': plantInTranslation('word', (text) => text.replace('`Cancel`', '`Abbrechen`')),
  },
});
