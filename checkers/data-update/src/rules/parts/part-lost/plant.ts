import { addRelationship, definePlant, editParts, type Parts, type Plant } from '@preflag/testing';
import { plantByParts, unchanged, unchangedParts } from '../../../part-plants.ts';

export const partLostPlant: Plant = definePlant({
  rule: 'data-update/part-lost',
  clean: async () => {
    const { files } = await unchangedParts();
    const [bytes] = Object.values(files);
    return unchanged(editParts(bytes as Uint8Array, (parts) => addPicture(parts))!);
  },
  ways: {
    'a comment and a picture that the writing program dropped': (clean) =>
      plantByParts(clean, (parts) => {
        const links = 'xl/worksheets/_rels/sheet1.xml.rels';
        if (!parts[links]?.includes('/drawing"') || !parts[links].includes('/comments"')) return undefined;
        parts[links] = parts[links].replaceAll(/<Relationship [^>]*\/(?:drawing|comments)"[^>]*\/>/g, '');
        return [{ messageId: 'lost' }, { messageId: 'lost' }];
      }),
  },
});

/** A drawing with one picture, whose image is no file that anything reads. */
export function addPicture(parts: Parts): void {
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  parts['xl/drawings/drawing9.xml'] =
    `<d:wsDr xmlns:d="${drawing}"><d:oneCellAnchor><d:from><d:col>7</d:col><d:row>1</d:row></d:from><d:pic/></d:oneCellAnchor></d:wsDr>`;
  const id = addRelationship(parts, 'xl/worksheets/sheet1.xml', 'drawing', '../drawings/drawing9.xml');
  parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
    /(<legacyDrawing|<\/worksheet>)/,
    `<drawing xmlns:r="${office}" r:id="${id}"/>$1`,
  );
}
