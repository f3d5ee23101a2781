import { definePlant, type Plant } from '@preflag/testing';
import { changeOdt, changeParts, cleanOfficeReports } from '../../../document-plants.ts';

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

/** Markdown has no properties. */
export const generatorPropertiesLeftPlant: Plant = definePlant({
  rule: 'formatting/generator-properties-left',
  clean: cleanOfficeReports,
  ways: {
    'the author is a library': setting('dc:creator', 'python-docx', 'author'),
    'the title is one of a template': setting('dc:title', 'Business letter template', 'title'),
    'the author is a library, in an OpenDocument text': (clean) =>
      changeOdt(
        clean,
        { 'meta.xml': (meta) => meta.replace('</office:meta>', '<meta:initial-creator>python-docx</meta:initial-creator></office:meta>') },
        [{ messageId: 'author' }],
      ),
  },
});
