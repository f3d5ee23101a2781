import { definePlant, type Example, type Plant } from '@preflag/testing';
import { plantInTranslation } from '../../../pair-plants.ts';

/** From German: the dictionary that stands beside this package is English. */
function germanPair(source: string, target: string): Example {
  return {
    files: { 'b.md': `${target}\n` },
    beside: { 'a.md': `${source}\n` },
    job: {
      deliverables: [
        { path: 'b.md', type: 'translation', source: 'a.md', language: 'en' },
        { path: 'a.md', language: 'de', optional: true },
      ],
      inputs: ['a.md'],
    },
  };
}

export const misspeltWordsPlant: Plant = definePlant({
  rule: 'translation/misspelt-words',
  clean: () =>
    germanPair(
      'Die Mieten der Stadt sind in diesem Jahr wieder gestiegen, und die Adresse ist neu.',
      'The rents of the town have risen again this year, and the address is new.',
    ),
  ways: { 'a letter is missing': plantInTranslation('misspelt', (text) => text.replace('the address', 'the adress')) },
});
