import { expect, test } from 'vitest';
import { guessLanguage } from './text-language.ts';

test.each<[string, string | undefined]>([
  ['The rents of the town rose in the year, and it was the first time that they were higher than in the city.', 'en'],
  ['Die Mieten der Stadt sind im Jahr gestiegen, und das ist nicht nur in der Stadt so, sondern auch auf dem Land.', 'de'],
  ['Les loyers de la ville sont plus élevés que dans les villages, et ce n’est pas la première fois que cela arrive.', 'fr'],
  ['家賃は去年より高くなりました。', 'ja'],
  ['Τα ενοίκια της πόλης αυξήθηκαν.', 'el'],
])('%s', (text, expected) => {
  expect(guessLanguage(text)).toBe(expected);
});

test.each([
  ['too little', 'The rent rose.'],
  ['Cyrillic, which many languages are written in', 'Наем на града се повиши през годината.'],
  ['Danish or Norwegian', 'Det er en by som har hatt for mange hus, og det er ikke så mye å gjøre med det for de som er der.'],
  ['a list of names', 'Bonn, Essen, Kiel, Ulm, Trier, Mainz'],
  ['nothing', ''],
])('%s is not guessed', (_, text) => {
  expect(guessLanguage(text)).toBeUndefined();
});
