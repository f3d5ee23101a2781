import { definePlant, type Plant } from '@preflag/testing';
import { documentPair, plantInTranslation } from '../../../pair-plants.ts';

const ENGLISH =
  'The office that counts the leases of the town says that the rents have risen more than they did in the years before the crisis. Most of the new flats were built in the south, where the town had land left over from the old harbour.';
const GERMAN =
  'Das Amt, das die Mietverträge der Stadt zählt, sagt, dass die Mieten stärker gestiegen sind als in den Jahren vor der Krise. Die meisten neuen Wohnungen entstanden im Süden, wo der Stadt vom alten Hafen noch Land geblieben war.';
const DUTCH =
  'Het bureau dat de huurcontracten van de stad telt, zegt dat de huren sterker zijn gestegen dan in de jaren voor de crisis. De meeste nieuwe woningen zijn in het zuiden gebouwd, waar de stad nog grond van de oude haven had.';

export const wrongLanguagePlant: Plant = definePlant({
  rule: 'translation/wrong-language',
  clean: () => documentPair(`# Rents\n\n${ENGLISH}`, `# Mieten\n\n${GERMAN}`),
  ways: { 'Dutch instead of German': plantInTranslation('foreign', (text) => text.replace(GERMAN, DUTCH)) },
});
