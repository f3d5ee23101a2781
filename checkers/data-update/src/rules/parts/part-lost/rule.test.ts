import { editParts, workbookOf, type Parts } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { unchanged } from '../../../part-plants.ts';
import { addPicture, partLostPlant } from './plant.ts';
import { partLost } from './rule.ts';

const book = async (edit: (parts: Parts) => void = () => {}, link = ''): Promise<Uint8Array> =>
  editParts(
    await workbookOf(
      {
        S: [
          ['id', link === '' ? 'x' : link],
          ['1', 'a'],
        ],
      },
      (workbook) => {
        if (link !== '') workbook.getWorksheet('S')!.getCell('B1').value = { text: 'x', hyperlink: link };
      },
    ),
    edit,
  )!;

testRule(partLost, {
  plant: partLostPlant,
  valid: [{ name: 'a picture more', example: async () => unchanged(await book(addPicture), await book()) }],
  invalid: [
    {
      name: 'a picture',
      example: async () => unchanged(await book(), await book(addPicture)),
      findings: [{ messageId: 'lost', message: "1 of 1 pictures on 'S' are gone" }],
    },
    {
      name: 'a hyperlink',
      example: async () => unchanged(await book(), await book(() => {}, 'https://example.org/')),
      findings: [{ messageId: 'links', message: "1 of 1 hyperlinks on 'S' are gone" }],
    },
  ],
});
