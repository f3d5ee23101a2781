import { definePlant, type Plant } from '@preflag/testing';
import { messagePair, plantInTranslation } from '../../../pair-plants.ts';

export const chatterPlant: Plant = definePlant({
  rule: 'translation/chatter',
  clean: () => messagePair('The rents of the town have risen again.', 'Die Mieten der Stadt sind erneut gestiegen.'),
  ways: {
    'a preface in English': plantInTranslation('preface', (text) => text.replace(/Die Mieten/, "Sure, here's the translation: Die Mieten")),
    'a preface in German': plantInTranslation('preface', (text) =>
      text.replace(/Die Mieten/, 'Hier ist die deutsche Übersetzung: Die Mieten'),
    ),
    'a refusal': plantInTranslation('refusal', (text) => text.replace(/Die Mieten[^"]*/, "I'm sorry, but I cannot assist with that.")),
    'words of a prompt': plantInTranslation('prompt', (text) => text.replace(/gestiegen\./, 'gestiegen.<|im_end|>')),
  },
});
