import { exportName } from './rule-folders.ts';

/** What a new rule reads, and how its first files look. */
export type TemplateKind = 'document' | 'workbook' | 'manifest';

/** The files of a rule that passes its tests at once: a small real rule, to be edited into the wanted one. */
export function ruleTemplate(kind: TemplateKind, checker: string, name: string): Readonly<Record<string, string>> {
  const fill = (text: string): string =>
    text.replaceAll('CHECKER/NAME', `${checker}/${name}`).replaceAll('RULE', exportName(name)).trimStart();
  return Object.fromEntries(Object.entries(TEMPLATES[kind]).map(([file, text]) => [file, fill(text)]));
}

const DOCUMENT_RULE = `
import { defineRule, type Rule } from '@preflag/core';
import { countWords } from '@preflag/readers';

interface Options {
  readonly words: number;
}

/**
 * EDIT ME: this finds paragraphs with many words; put what your rule looks at here.
 * Does not catch: say what a reader would expect it to find, and it does not.
 * Known false alarms: say them. A new rule is a hint until it was measured on files that people made.
 */
export const RULE: Rule<'document', Options> = defineRule({
  id: 'CHECKER/NAME',
  title: 'A paragraph is very long',
  severity: 'minor',
  certainty: 'hint',
  reads: 'document',
  why: 'A reader gives up in the middle of it.',
  advice: 'Split the paragraph where its subject changes.',
  options: {
    type: 'object',
    properties: { words: { type: 'integer', minimum: 1, default: 400 } },
    additionalProperties: false,
  },
  messages: { long: 'The paragraph has {{words}} words, and {{most}} are enough' },
  *check({ model, options, looked }) {
    for (const block of model.blocks) {
      if (block.type !== 'paragraph') continue;
      looked({ paragraphs: 1 });
      const words = countWords(block.text).fewest;
      if (words > options.words) yield { messageId: 'long', data: { words, most: options.words }, at: model.locate(block) };
    }
  },
});
`;

const DOCUMENT_PLANT = `
import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

/** EDIT ME: puts the failure into any markdown file, and says what must be found. */
export const RULEPlant: Plant = definePlant({
  rule: 'CHECKER/NAME',
  clean: () => ({ files: { 'report.md': '# Report\\n\\nRevenue rose in every region.\\n' } }),
  ways: {
    'a paragraph without end': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.md'));
      if (path === undefined) return undefined;
      const long = \`\${'and so on, '.repeat(150)}until the end.\`;
      return { example: withFile(clean, path, \`\${textOf(clean, path)}\\n\${long}\\n\`), findings: [{ messageId: 'long', file: path, excerpt: 'and so on' }] };
    },
  },
});
`;

const DOCUMENT_TEST = `
import { testRule } from '@preflag/testing/rule-tester';
import { RULEPlant } from './plant.ts';
import { RULE } from './rule.ts';

testRule(RULE, {
  plant: RULEPlant,
  valid: [{ name: 'a long list', example: { files: { 'a.md': '- one more word\\n'.repeat(200) } } }],
  invalid: [
    {
      name: 'more words than the job allows',
      options: { words: 3 },
      example: { files: { 'a.md': '# Title\\n\\nOne two three four.\\n\\nOne two three.\\n' } },
      findings: [{ messageId: 'long', message: 'The paragraph has 4 words, and 3 are enough', at: { kind: 'text', start: { line: 3, column: 1 } } }],
    },
  ],
});
`;

const WORKBOOK_RULE = `
import { defineRule, type Rule } from '@preflag/core';

/** The names that spreadsheet programs give a new sheet, in the languages of the programs. */
const DEFAULT_NAME = /^(?:Sheet|Tabelle|Feuille?|Hoja|Foglio|Planilha|Blad|Arkusz|Лист)\\s?\\d+$/iu;

/**
 * EDIT ME: this finds sheets that were never named; put what your rule looks at here.
 * Does not catch: say what a reader would expect it to find, and it does not.
 * Known false alarms: say them. A new rule is a hint until it was measured on files that people made.
 */
export const RULE: Rule<'workbook'> = defineRule({
  id: 'CHECKER/NAME',
  title: 'A sheet was never named',
  severity: 'minor',
  certainty: 'hint',
  reads: 'workbook',
  why: 'A reader must open every sheet to learn what it holds.',
  advice: "Give the sheet '{{name}}' a name that says what it holds.",
  messages: { unnamed: "The sheet '{{name}}' has the name that the program gave it" },
  *check({ model, looked }) {
    for (const { name } of model.sheets) {
      looked({ sheets: 1 });
      if (DEFAULT_NAME.test(name)) yield { messageId: 'unnamed', data: { name }, at: { kind: 'cell', sheet: name, range: 'A1' }, key: name };
    }
  },
});
`;

const WORKBOOK_PLANT = `
import { bytesOf, definePlant, editWorkbook, withFile, workbookOf, type Plant } from '@preflag/testing';

/** EDIT ME: puts the failure into any workbook, and says what must be found. */
export const RULEPlant: Plant = definePlant({
  rule: 'CHECKER/NAME',
  clean: async () => ({
    files: {
      'sales.xlsx': await workbookOf({
        Sales: [
          ['Region', 'Revenue'],
          ['North', 1200],
        ],
      }),
    },
  }),
  ways: {
    'a sheet that was added': async (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.xlsx'));
      if (path === undefined) return undefined;
      const bytes = await editWorkbook(bytesOf(clean, path), (workbook) => {
        workbook.addWorksheet('Sheet7').addRow(['Region', 'Revenue']);
      });
      return bytes && { example: withFile(clean, path, bytes), findings: [{ messageId: 'unnamed', file: path, at: { kind: 'cell', sheet: 'Sheet7', range: 'A1' } }] };
    },
  },
});
`;

const WORKBOOK_TEST = `
import { workbookOf } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { RULEPlant } from './plant.ts';
import { RULE } from './rule.ts';

testRule(RULE, {
  plant: RULEPlant,
  valid: [{ name: 'a name with a number', example: async () => ({ files: { 'a.xlsx': await workbookOf({ 'Quarter 3': [['x'], [1]] }) } }) }],
  invalid: [
    {
      name: 'in another language',
      example: async () => ({ files: { 'a.xlsx': await workbookOf({ Tabelle1: [['x'], [1]] }) } }),
      findings: [{ messageId: 'unnamed', message: "The sheet 'Tabelle1' has the name that the program gave it" }],
    },
  ],
});
`;

const MANIFEST_RULE = `
import { defineRule, type Rule } from '@preflag/core';

/** A path that Windows still opens where the delivery is unpacked into a folder of a user. */
const LONGEST = 180;

/**
 * EDIT ME: this finds files with very long paths; put what your rule looks at here.
 * Does not catch: say what a reader would expect it to find, and it does not.
 * Known false alarms: say them. A new rule is a hint until it was measured on files that people made.
 */
export const RULE: Rule<'manifest'> = defineRule({
  id: 'CHECKER/NAME',
  title: 'The path of a file is very long',
  severity: 'minor',
  certainty: 'hint',
  reads: 'manifest',
  why: 'Some programs cannot open the file where the client puts it.',
  advice: 'Give {{path}} a shorter name, or put it higher up.',
  messages: { long: 'The path {{path}} has {{length}} characters' },
  *check({ model, looked }) {
    for (const { path } of model.manifest) {
      looked({ files: 1 });
      if (path.length > LONGEST) yield { messageId: 'long', data: { path, length: path.length }, at: { kind: 'file' }, file: path };
    }
  },
});
`;

const MANIFEST_PLANT = `
import { definePlant, withFile, type Plant } from '@preflag/testing';

const LONG = \`\${'a-folder-in-a-folder/'.repeat(10)}notes.md\`;

/** EDIT ME: puts the failure into any delivery, and says what must be found. */
export const RULEPlant: Plant = definePlant({
  rule: 'CHECKER/NAME',
  clean: () => ({ files: { 'report.md': '# Report\\n\\nRevenue rose in every region.\\n' } }),
  ways: {
    'a file deep below': (clean) => ({ example: withFile(clean, LONG, 'Notes.\\n'), findings: [{ messageId: 'long', file: LONG }] }),
  },
});
`;

const MANIFEST_TEST = `
import { testRule } from '@preflag/testing/rule-tester';
import { RULEPlant } from './plant.ts';
import { RULE } from './rule.ts';

const NAME = 'n'.repeat(200);

testRule(RULE, {
  plant: RULEPlant,
  valid: [{ name: 'a short path in a folder', example: { files: { 'notes/a.md': 'Notes.\\n' } } }],
  invalid: [{ name: 'a long name', example: { files: { [NAME]: 'Notes.\\n' } }, findings: [{ messageId: 'long', file: NAME }] }],
});
`;

const TEMPLATES: Readonly<Record<TemplateKind, Readonly<Record<string, string>>>> = {
  document: { 'rule.ts': DOCUMENT_RULE, 'plant.ts': DOCUMENT_PLANT, 'rule.test.ts': DOCUMENT_TEST },
  workbook: { 'rule.ts': WORKBOOK_RULE, 'plant.ts': WORKBOOK_PLANT, 'rule.test.ts': WORKBOOK_TEST },
  manifest: { 'rule.ts': MANIFEST_RULE, 'plant.ts': MANIFEST_PLANT, 'rule.test.ts': MANIFEST_TEST },
};
