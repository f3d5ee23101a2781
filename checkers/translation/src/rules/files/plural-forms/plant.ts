import { definePlant, type Plant } from '@preflag/testing';
import { catalogExample, plantInCatalog, poExample } from '../../../pair-plants.ts';

const SOURCE = `<resources>
    <plurals name="files">
        <item quantity="one">%d file</item>
        <item quantity="other">%d files</item>
    </plurals>
</resources>
`;
const TARGET = `<resources>
    <plurals name="files">
        <item quantity="one">%d файл</item>
        <item quantity="few">%d файла</item>
        <item quantity="many">%d файлов</item>
        <item quantity="other">%d файла</item>
    </plurals>
</resources>
`;

export const pluralFormsPlant: Plant = definePlant({
  rule: 'translation/plural-forms',
  clean: () => catalogExample('values-ru/strings.xml', TARGET, 'ru', { path: 'values/strings.xml', text: SOURCE }),
  ways: {
    'a form of the language is missing': plantInCatalog('missing', '.xml', (text) => text.replace(/ *<item quantity="few">.*\n/, '')),
    'the form for all other numbers is missing': plantInCatalog('other', '.xml', (text) =>
      text.replace(/ *<item quantity="other">.*\n/, ''),
    ),
    'the header has the formula of English': () => ({
      example: poExample(
        ['msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d soubor"\nmsgstr[1] "%d soubory"\nmsgstr[2] "%d souborů"'],
        {
          language: 'cs',
          header: 'cs',
          plurals: 3,
          formula: 'n%10==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2',
        },
      ),
      findings: [{ messageId: 'formulaOther', file: 'messages.po' }],
    }),
    'the header has the number of English': () => ({
      example: poExample(['msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d файл"\nmsgstr[1] "%d файлов"'], {
        language: 'ru',
        header: 'ru',
      }),
      findings: [{ messageId: 'header', file: 'messages.po' }],
    }),
  },
});
