import { runExample, workbookOf, type Example } from '@preflag/testing';
import { testRule } from '@preflag/testing/rule-tester';
import { describe, expect, it } from 'vitest';
import { messagePair, poExample } from '../../../pair-plants.ts';
import { memoryDiffersPlant } from './plant.ts';
import { memoryDiffers } from './rule.ts';

/** One message and its translation, with files of a memory. */
function remembered(
  target: string,
  memory: Readonly<Record<string, string | Uint8Array>>,
  { source = 'Open the file', language = 'de' }: { readonly source?: string; readonly language?: string } = {},
): Example {
  const pair = messagePair(source, target, language, { memory: Object.keys(memory) });
  return { ...pair, beside: { ...pair.beside, ...memory } };
}

function tmx(units: readonly Readonly<Record<string, string>>[], source = 'en'): string {
  const variants = (unit: Readonly<Record<string, string>>): string =>
    Object.entries(unit)
      .map(([language, text]) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`)
      .join('');
  return `<tmx version="1.4"><header srclang="${source}"/><body>${units.map((unit) => `<tu>${variants(unit)}</tu>`).join('\n')}</body></tmx>`;
}

const XLIFF = (state: string): string =>
  `<xliff version="1.2"><file source-language="en" target-language="de" original="a" datatype="plaintext"><body><trans-unit id="1"><source>Open the file</source><target state="${state}">Datei öffnen</target></trans-unit></body></file></xliff>`;

const PO = (entry: string): string => `msgid ""\nmsgstr "Language: de\\n"\n\n${entry}\n`;

const differs = (expected: string): string => `The text was approved before as '${expected}', and is translated in another way here`;

const WORKBOOK = await workbookOf({
  Memory: [
    ['source', 'target'],
    ['Open the file', 'Datei öffnen'],
  ],
});

testRule(memoryDiffers, {
  plant: memoryDiffersPlant,
  valid: [
    {
      name: 'one of several',
      example: remembered('Datei öffnen', {
        'm.tmx': tmx([
          { en: 'Open the file', de: 'Die Datei öffnen' },
          { en: 'Open the file', de: 'Datei öffnen' },
        ]),
      }),
    },
    {
      name: 'one of another file',
      example: remembered('Öffnen', {
        'm.tmx': tmx([{ en: 'Open the file', de: 'Datei öffnen' }]),
        'n.csv': 'en,de\nOpen the file,Öffnen\n',
      }),
    },
    {
      name: 'white space and composed characters',
      example: remembered(' Datei  o\u0308ffnen', { 'm.tmx': tmx([{ en: 'Open\nthe  file', de: 'Datei öffnen' }]) }),
    },
    {
      name: 'another language beside it',
      example: remembered('Datei öffnen', { 'm.tmx': tmx([{ en: 'Open the file', fr: 'Ouvrir le fichier', 'de-AT': 'Datei öffnen' }]) }),
    },
    {
      name: 'the region that was asked for',
      example: remembered(
        'Abrir o arquivo',
        { 'm.tmx': tmx([{ en: 'Open the file', 'pt-PT': 'Abrir o ficheiro', 'pt-BR': 'Abrir o arquivo' }]) },
        { language: 'pt-BR' },
      ),
    },
    {
      name: 'what the memory leaves as it is',
      example: remembered('Datei öffnen', { 'm.tmx': tmx([{ en: 'Open the file', de: 'Open the file' }]) }),
    },
    {
      name: 'a form of a plural',
      example: {
        ...poExample(['msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d Datei"\nmsgstr[1] "%d Dateien"']),
        beside: { 'm.po': PO('msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d Datei"\nmsgstr[1] "%d Dateien"') },
        job: { deliverables: [{ path: 'messages.po', type: 'translation', language: 'de', memory: 'm.po' }] },
      },
    },
  ],
  invalid: [
    {
      name: 'an xliff file',
      example: remembered('Öffne die Datei', { 'm.xlf': XLIFF('final') }),
      findings: [
        {
          messageId: 'differs',
          certainty: 'hint',
          message: "The text was approved before as 'Datei öffnen', and is translated in another way here",
        },
      ],
    },
    {
      name: 'a table with a column for each language',
      example: remembered('Öffne die Datei', { 'm.csv': 'en,fr,de\nOpen the file,Ouvrir le fichier,Datei öffnen\n' }),
      findings: [{ messageId: 'differs', message: differs('Datei öffnen') }],
    },
    {
      name: 'a file in a folder that is named like a language',
      example: remembered('Öffne die Datei', { 'in/m.tmx': tmx([{ en: 'Open the file', de: 'Datei öffnen' }]) }),
      findings: [{ messageId: 'differs' }],
    },
    {
      name: 'a workbook',
      example: remembered('Öffne die Datei', {
        'm.xlsx': WORKBOOK,
      }),
      findings: [{ messageId: 'differs', message: differs('Datei öffnen') }],
    },
    {
      name: 'any language as the source',
      example: remembered('Öffne die Datei', { 'm.tmx': tmx([{ de: 'Datei öffnen', en: 'Open the file' }], '*all*') }),
      findings: [{ messageId: 'differs', message: differs('Datei öffnen') }],
    },
    {
      name: 'several that were approved',
      example: remembered('Öffne die Datei', {
        'm.tmx': tmx([
          { en: 'Open the file', de: 'Datei öffnen' },
          { en: 'Open the file', de: 'Öffnen' },
        ]),
      }),
      findings: [{ messageId: 'differs', message: differs("Datei öffnen' or 'Öffnen") }],
    },
    {
      name: 'another region, where the memory has no better',
      example: remembered('Öffne die Datei', { 'm.tmx': tmx([{ en: 'Open the file', 'de-AT': 'Datei öffnen' }]) }, { language: 'de-CH' }),
      findings: [{ messageId: 'differs' }],
    },
  ],
});

describe('what is not checked', () => {
  it.each([
    [
      'another language',
      { 'm.tmx': tmx([{ en: 'Open the file', fr: 'Ouvrir le fichier' }]) },
      'no-data',
      'm.tmx: It has no finished translation from en into de.',
    ],
    [
      'another script',
      { 'm.tmx': tmx([{ en: 'Open the file', 'zh-Hans': '打开文件' }]) },
      'no-data',
      'm.tmx: It has no finished translation from en into zh-TW.',
      'zh-TW',
    ],
    [
      'the other direction',
      { 'm.tmx': tmx([{ de: 'Datei öffnen', en: 'Open the file' }], 'de') },
      'no-data',
      'm.tmx: It has no finished translation from en into de.',
    ],
    [
      'unfinished entries',
      { 'm.xlf': XLIFF('needs-review-translation') },
      'no-data',
      'm.xlf: It has no finished translation from en into de.',
    ],
    [
      'fuzzy and empty entries',
      { 'm.po': PO('#, fuzzy\nmsgid "Open the file"\nmsgstr "Datei öffnen"\n\nmsgid "b"\nmsgstr ""') },
      'no-data',
      'm.po: It has no finished translation from en into de.',
    ],
    [
      'texts that the memory has not',
      { 'm.tmx': tmx([{ en: 'Close the file', de: 'Datei schließen' }]) },
      'nothing-to-check',
      'None of the source texts stands in the memory as a whole.',
    ],
    [
      'a table without languages',
      { 'm.csv': 'a,b\n1,2\n' },
      'unreadable',
      /^m\.csv: A memory holds texts beside their translations: give it as tmx/,
    ],
    [
      'a file of one language',
      { 'm.json': '{"a":"Datei öffnen"}' },
      'unreadable',
      /^m\.json: A memory holds texts beside their translations/,
    ],
    ['a damaged file', { 'm.tmx': '<tmx version="1.4"><body><tu>' }, 'unreadable', /^m\.tmx: ./],
  ] as const)('%s', async (_, memory, code, text, language: string = 'de') => {
    const { findings, checks } = await runExample([memoryDiffers], remembered('Öffne', memory, { language }));
    expect(findings).toEqual([]);
    expect(checks).toMatchObject([{ outcome: 'not-checked', reason: { code, text: expect.stringMatching(text) as string } }]);
  });

  it('checks with what could be read, and says what could not', async () => {
    const memory = { 'm.tmx': tmx([{ en: 'Open the file', de: 'Datei öffnen' }]), 'n.json': '{}' };
    const { findings, checks } = await runExample([memoryDiffers], remembered('Öffne', memory));
    expect(findings.map(({ related }) => related?.map(({ file, label }) => [file, label]))).toEqual([
      [
        ['en.json', "the source: 'Open the file'"],
        ['m.tmx', 'the memory'],
      ],
    ]);
    expect(checks).toMatchObject([{ outcome: 'failed', looked: { segments: 1 }, reason: { code: 'unreadable' } }]);
  });
});
