import { docxOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { markupShownAsTextPlant } from './plant.ts';
import { markupShownAsText } from './rule.ts';

testRule(markupShownAsText, {
  plant: markupShownAsTextPlant,
  valid: [
    { name: 'html in markdown', example: { files: { 'a.md': 'North<br>South &amp; East&nbsp;End. Use `&nbsp;`.\n' } } },
    {
      name: 'signs that are no markup',
      example: async () => ({ files: { 'a.docx': await docxOf(['Rents & prices; a < b and c > d; R&D; Q&A; <Client>']) } }),
    },
    {
      name: 'a text about html',
      example: async () => ({ files: { 'a.docx': await docxOf(['The tag <br> breaks a line in html, and &nbsp; does not.']) } }),
    },
  ],
  invalid: [
    {
      name: 'a cell of a table',
      example: async () => ({ files: { 'a.docx': await docxOf([[['Region'], ['North<br/>South']]]) } }),
      findings: [{ messageId: 'tag', message: "The html tag '<br/>' can be read in the text" }],
    },
  ],
});
