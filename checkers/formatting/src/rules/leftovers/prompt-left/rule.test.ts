import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { addToDocx } from '../../../document-plants.ts';
import { promptLeftPlant } from './plant.ts';
import { promptLeft } from './rule.ts';

const field = (properties: string, text: string) => async (): Promise<{ files: Record<string, string | Uint8Array> }> => {
  const xml = `<w:p><w:r><w:t xml:space="preserve">Town: </w:t></w:r><w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent><w:r><w:t>${text}</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
  const planted = await addToDocx({ files: { 'a.docx': await docxOf(['# Rents']) } }, xml, []);
  if (!planted) throw new Error('There was no room for a field.');
  return planted.example;
};

testRule(promptLeft, {
  plant: promptLeftPlant,
  valid: [{ name: 'a field that was filled in', example: field('<w:text/>', 'Leeds') }],
  invalid: [
    {
      name: 'behind its label',
      example: field('<w:showingPlcHdr/>', 'Choose a town.'),
      findings: [
        { messageId: 'prompt', excerpt: 'Choose a town.', message: "The field with the prompt 'Choose a town.' was never filled in" },
      ],
    },
  ],
});
