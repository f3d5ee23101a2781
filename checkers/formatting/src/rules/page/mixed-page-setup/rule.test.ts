import { docxOf, editParts } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { mixedPageSetupPlant } from './plant.ts';
import { mixedPageSetup } from './rule.ts';

testRule(mixedPageSetup, {
  plant: mixedPageSetupPlant,
  valid: [
    {
      name: 'a page that is turned for a wide table',
      example: async () => {
        const bytes = editParts(await docxOf(['# Rents', 'They rose.']), (parts) => {
          const body = parts['word/document.xml'] ?? '';
          const at = body.lastIndexOf('<w:sectPr');
          const turned =
            '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr></w:pPr></w:p>';
          parts['word/document.xml'] = body.slice(0, at) + turned + body.slice(at);
        });
        if (!bytes) throw new Error('There was no room for a section.');
        return { files: { 'a.docx': bytes } };
      },
    },
  ],
  invalid: [
    {
      name: 'what it says',
      example: async () => {
        const planted = await mixedPageSetupPlant.ways['another paper']?.(await mixedPageSetupPlant.clean());
        if (!planted) throw new Error('There was no room for a section.');
        return planted.example;
      },
      findings: [{ messageId: 'size', message: 'Pages of section 2 are Letter, and those before are A4' }],
    },
  ],
});
