import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';
import { changeDocx, reportsOf } from '../../../document-plants.ts';

export const mixedListPunctuationPlant: Plant = definePlant({
  rule: 'formatting/mixed-list-punctuation',
  clean: () =>
    reportsOf([
      '# Rents',
      ...['The south rose.', 'The north fell.', 'The east stood.', 'The west rose.', 'The town fell.'].map((item) => `- ${item}`),
    ]),
  ways: {
    'one without a full stop, in markdown': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.md') && textOf(clean, name).includes('- The east stood.'));
      if (path === undefined) return undefined;
      const text = textOf(clean, path).replace('- The east stood.', '- The east stood');
      return { example: withFile(clean, path, text), findings: [{ messageId: 'mixed', file: path, excerpt: 'The east stood' }] };
    },
    'one without a full stop, in Word': (clean) =>
      changeDocx(clean, (body) => (body.includes('The east stood.') ? body.replace('The east stood.', 'The east stood') : undefined), [
        { messageId: 'mixed', excerpt: 'The east stood' },
      ]),
  },
});
