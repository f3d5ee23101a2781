import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import { readTable } from '../table/index.ts';
import { bitextOfTable } from './bitext-of-table.ts';

const options = { limits: DEFAULT_LIMITS };

async function shown(csv: string, isTranslation = false, target?: string): Promise<unknown> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-columns-')), 'a.csv');
  await writeFile(path, csv);
  const table = await readTable({ file: 'a.csv', path }, options);
  if (!table.ok) throw new Error(table.failure.text);
  const result = await bitextOfTable(table.model, { target }, isTranslation, options);
  if (!result?.ok) return result;
  const { sourceLanguage, targetLanguage, segments } = result.model;
  return [
    `${sourceLanguage} → ${targetLanguage}`,
    ...segments.map(
      ({ id, source, target: text, targetAt }) => `${id}: ${source} → ${text} ${targetAt?.kind === 'cell' ? targetAt.range : ''}`,
    ),
  ];
}

const EDGES = 'source,target\nAnn Lee,Bob Ray\nBob Ray,Cid Fox\nCid Fox,Ann Lee\n';
const SENTENCES = 'source,target\nSave all your files,Alle Dateien sichern\nClose the whole window,Das Fenster schließen\n';

test.each<[string, string, boolean, string | undefined, unknown]>([
  ['codes', 'key,en,de\nsave,Save,Sichern\nopen,Open,\n', false, undefined, ['en → de', 'save: Save → Sichern C2', 'open: Open →  C3']],
  [
    'names',
    'English,German\nSave,Sichern\nOpen it,Öffnen\n',
    false,
    undefined,
    ['en → de', 'Save: Save → Sichern B2', 'Open it: Open it → Öffnen B3'],
  ],
  [
    'names with codes',
    'English (en-US),Deutsch (de-DE)\nSave,Sichern\nOpen,Öffnen\n',
    false,
    undefined,
    ['en-US → de-DE', 'Save: Save → Sichern B2', 'Open: Open → Öffnen B3'],
  ],
  [
    'sides with codes',
    'source_en,target_de\nSave,Sichern\nOpen,Öffnen\n',
    false,
    undefined,
    ['en → de', 'Save: Save → Sichern B2', 'Open: Open → Öffnen B3'],
  ],
  [
    'the language that is asked for',
    'id,en,de,fr\nsave,Save,Sichern,Garder\nopen,Open,Öffnen,Ouvrir\n',
    false,
    'fr',
    ['en → fr', 'save: Save → Garder D2', 'open: Open → Ouvrir D3'],
  ],
  [
    'several languages',
    'en,de,fr\nSave,Sichern,Garder\nOpen,Öffnen,Ouvrir\n',
    false,
    undefined,
    [
      'en → undefined',
      'Save › de: Save → Sichern B2',
      'Save › fr: Save → Garder C2',
      'Open › de: Open → Öffnen B3',
      'Open › fr: Open → Ouvrir C3',
    ],
  ],
  [
    'sentences under source and target',
    SENTENCES,
    false,
    undefined,
    [
      'undefined → undefined',
      'Save all your files: Save all your files → Alle Dateien sichern B2',
      'Close the whole window: Close the whole window → Das Fenster schließen B3',
    ],
  ],
  ['edges of a graph', EDGES, false, undefined, undefined],
  ['figures by country', 'year,de,fr\n2019,1.5,2\n2020,1.7,3\n', false, undefined, undefined],
  ['an id and a yes or no', 'id,no,name\na,b,c\nd,e,f\n', false, undefined, undefined],
  ['departments', 'IT,HR\nAnn Lee,Bob Ray\nCid Fox,Dan Fry\n', false, undefined, undefined],
  ['one language', 'key,en\na,Save\nb,Open\n', false, undefined, undefined],
  [
    'pairs that the job says are translations',
    'source,target\nSave,Sichern\nOpen,Öffnen\n',
    true,
    'de',
    ['undefined → de', 'Save: Save → Sichern B2', 'Open: Open → Öffnen B3'],
  ],
])('%s', async (_name, csv, isTranslation, target, expected) => {
  expect(await shown(csv, isTranslation, target)).toEqual(expected);
});
