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

/** A workbook with a comment in A2. */
const noted = async (edit: (parts: Parts) => void = () => {}): Promise<Uint8Array> =>
  editParts(
    await workbookOf({ S: [['id'], ['1']] }, (workbook) => {
      workbook.getWorksheet('S')!.getCell('A2').note = 'Is this so?';
    }),
    edit,
  )!;

/** A question and its answer on A2 ([MS-XLSX] 2.6.203). */
function addThread(parts: Parts): void {
  const ns = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
  const comment = (id: number, text: string): string =>
    `<threadedComment ref="A2" id="{${id}}" personId="{0}"><text>${text}</text></threadedComment>`;
  parts['xl/threadedComments/threadedComment1.xml'] =
    `<ThreadedComments xmlns="${ns}">${comment(1, 'Is this so?')}${comment(2, 'It is.')}</ThreadedComments>`;
  const links = 'xl/worksheets/_rels/sheet1.xml.rels';
  const type = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
  parts[links] = (parts[links] ?? '').replace(
    '</Relationships>',
    `<Relationship Id="thread" Type="${type}" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
  );
  const comments = Object.keys(parts).find((name) => /\/comments\d*\.xml$/.test(name)) ?? '';
  parts[comments] = (parts[comments] ?? '').replace(/<author>[^<]*<\/author>/, '<author>tc={1}</author>');
}

/** What a program writes beside formulas that spill ([MS-XLSX] 2.3.1). */
function addDynamicArrays(parts: Parts): void {
  parts['xl/metadata.xml'] =
    '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLDAPR"/></metadataTypes></metadata>';
  const links = 'xl/_rels/workbook.xml.rels';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata';
  parts[links] = (parts[links] ?? '').replace(
    '</Relationships>',
    `<Relationship Id="meta" Type="${type}" Target="metadata.xml"/></Relationships>`,
  );
}

testRule(partLost, {
  plant: partLostPlant,
  valid: [
    { name: 'a picture more', example: async () => unchanged(await book(addPicture), await book()) },
    { name: 'a thread that stays one', example: async () => unchanged(await noted(addThread), await noted(addThread)) },
  ],
  invalid: [
    {
      name: 'protection, filter, print settings and frozen rows',
      example: async () => {
        const set = await workbookOf({ S: [['id'], ['1']] }, (workbook) => {
          const sheet = workbook.getWorksheet('S')!;
          sheet.autoFilter = 'A1:A2';
          sheet.pageSetup.orientation = 'landscape';
          sheet.views = [{ state: 'frozen', ySplit: 1 }];
          Object.assign(sheet, { sheetProtection: { sheet: true } });
        });
        return unchanged(await workbookOf({ S: [['id'], ['1']] }), set);
      },
      findings: [
        { messageId: 'protection', message: "The sheet 'S' was protected and is not any more" },
        { messageId: 'filter', message: "The filter buttons on 'S' are gone" },
        {
          messageId: 'print',
          message: "How 'S' is printed was set (landscape, fitting pages, header or footer) and is not any more",
        },
        { messageId: 'frozen', message: "The rows and columns of 'S' that stayed in view no longer do" },
      ],
    },
    {
      name: 'formulas that spilled over cells',
      example: async () => unchanged(await book(), await book(addDynamicArrays)),
      findings: [
        {
          messageId: 'spills',
          message: 'The workbook lost what lets formulas spill over cells: they show one value now, or an @ before their functions',
        },
      ],
    },
    {
      name: 'a thread that became a comment',
      example: async () => unchanged(await noted(), await noted(addThread)),
      findings: [
        {
          messageId: 'threads',
          message: "The 2 comments in threads on 'S' are no threads any more: people can no longer answer or resolve them",
        },
      ],
    },
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
