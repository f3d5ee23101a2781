import { definePlant, type Plant } from '@preflag/testing';
import { changeParts, cleanReports } from '../../../document-plants.ts';

const setting =
  (name: 'dc:creator' | 'dc:title', value: string, messageId: string): Plant['ways'][string] =>
  (clean) =>
    changeParts(
      clean,
      (parts) => {
        const core = parts['docProps/core.xml'];
        if (core === undefined) return false;
        const without = core.replace(new RegExp(`<${name}>[^<]*</${name}>`), '');
        parts['docProps/core.xml'] = without.replace('</cp:coreProperties>', `<${name}>${value}</${name}></cp:coreProperties>`);
        return true;
      },
      [{ messageId }],
    );

/** Only Word: markdown has no properties. */
export const generatorPropertiesLeftPlant: Plant = definePlant({
  rule: 'formatting/generator-properties-left',
  clean: cleanReports,
  ways: {
    'the author is a library': setting('dc:creator', 'python-docx', 'author'),
    'the title is one of a template': setting('dc:title', 'Business letter template', 'title'),
  },
});
