import { addRelationship, definePlant, workbookOf, type Parts, type Plant } from '@preflag/testing';
import { plantInParts } from '../../../workbook-plants.ts';

export const externalLinkPlant: Plant = definePlant({
  rule: 'spreadsheet/external-link',
  clean: async () => ({
    files: {
      'prices.xlsx': await workbookOf({
        Prices: [
          ['Item', 'Price', 'Rate'],
          ['Pen', 2, 1.1],
          ['Ink', 5, 1.1],
        ],
      }),
    },
  }),
  ways: {
    'a value from a workbook that is elsewhere': (clean) =>
      plantInParts(clean, (parts) => {
        const sheet = 'xl/worksheets/sheet1.xml';
        const changed = parts[sheet]?.replace('<c r="C3"><v>', '<c r="C3"><f>[1]Rates!$B$2</f><v>');
        if (changed === undefined || changed === parts[sheet]) return undefined;
        parts[sheet] = changed;
        linkTo(parts, 'file:///C:/rates%202026.xlsx');
        return [{ messageId: 'used', at: { kind: 'cell', range: 'C3' } }];
      }),
  },
});

/** Makes another workbook the first link of this one. */
export function linkTo(parts: Parts, target: string): void {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const part = 'xl/externalLinks/externalLink1.xml';
  parts[part] = `<externalLink xmlns="${main}"><externalBook/></externalLink>`;
  addRelationship(parts, part, 'externalLinkPath', target, true);
  const id = addRelationship(parts, 'xl/workbook.xml', 'externalLink', 'externalLinks/externalLink1.xml');
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
    '</sheets>',
    `</sheets><externalReferences><externalReference xmlns:r="${office}" r:id="${id}"/></externalReferences>`,
  );
}
