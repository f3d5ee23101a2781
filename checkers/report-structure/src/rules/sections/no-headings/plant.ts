import { definePlant, docxOf, withFile, type Example, type Plant, type Planted } from '@preflag/testing';
import { reportOf } from '../../../report-plants.ts';

const TEXT = Array.from({ length: 12 }, (_, part) =>
  Array.from({ length: 12 }, (_unused, index) => `In year ${index + 1} of part ${part + 1} the rents rose again in town.`).join(' '),
);

export const noHeadingsPlant: Plant = definePlant({
  rule: 'report-structure/no-headings',
  clean: () => reportOf('# Rents', 'Few homes.'),
  ways: {
    'a long text in markdown': (clean) => replace(clean, 'md', TEXT.join('\n\n')),
    'a long text in a Word document': async (clean) => replace(clean, 'docx', await docxOf(TEXT)),
  },
});

function replace(clean: Example, ending: string, content: string | Uint8Array): Planted | undefined {
  const path = Object.keys(clean.files).find((name) => name.endsWith(`.${ending}`));
  return path === undefined ? undefined : { example: withFile(clean, path, content), findings: [{ messageId: 'none', file: path }] };
}
