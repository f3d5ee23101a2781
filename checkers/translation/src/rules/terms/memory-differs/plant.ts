import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

const MEMORY = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en"><seg>Save your changes</seg></tuv><tuv xml:lang="de"><seg>Änderungen speichern</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Sign out</seg></tuv><tuv xml:lang="de"><seg>Abmelden</seg></tuv></tu>
</body></tmx>
`;

export const memoryDiffersPlant: Plant = definePlant({
  rule: 'translation/memory-differs',
  clean: () => {
    const pair = messagePair(
      { save: 'Save your changes', leave: 'Sign out' },
      { save: 'Änderungen speichern', leave: 'Abmelden' },
      'de-DE',
      { memory: 'approved.tmx' },
    );
    return { ...pair, beside: { ...pair.beside, 'approved.tmx': MEMORY } };
  },
  ways: {
    'other words': plantInTranslation('differs', (text) => text.replace('Änderungen speichern', 'Änderungen sichern')),
    'a word less': plantInTranslation('differs', (text) => text.replace('Änderungen speichern', 'Speichern')),
  },
});
