import { definePlant, type Plant } from '@preflag/testing';
import { addToDocx, addToMarkdown, cleanReports, paragraphXml } from '../../../document-plants.ts';

export const rawLatexLeftPlant: Plant = definePlant({
  rule: 'formatting/raw-latex-left',
  clean: cleanReports,
  ways: {
    'a fraction, in markdown without the signs of a formula': (clean) =>
      addToMarkdown(clean, 'The share is \\frac{12}{15} of all.', [{ messageId: 'latex', excerpt: '\\frac{' }]),
    'a formula in dollars, in Word': (clean) =>
      addToDocx(clean, paragraphXml('The mean is $\\bar{x} = 3$ here.'), [{ messageId: 'latex', excerpt: '$\\bar{x} = 3$' }]),
    'a formula in brackets, in Word': (clean) =>
      addToDocx(clean, paragraphXml('It follows that \\( a^2 + b^2 \\) holds.'), [{ messageId: 'latex', excerpt: '\\( a^2 + b^2 \\)' }]),
    'a command alone, in Word': (clean) =>
      addToDocx(clean, paragraphXml('The area is 3 \\times 4.'), [{ messageId: 'latex', excerpt: '\\times' }]),
  },
});
