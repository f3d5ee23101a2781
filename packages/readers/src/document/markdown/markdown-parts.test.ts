import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '@preflag/core';
import { expect, test } from 'vitest';
import { readDocument } from '../index.ts';
import type { DocumentParts } from '../parts-model.ts';

test.each<[string, string, Partial<DocumentParts>]>([
  [
    'anchors',
    '# One two!\n\n## One two!\n\n### Über *uns* {#about}\n\n<a id="here"></a>Text <a name=\'there\'></a>\n',
    { anchors: ['one-two', 'one-two-1', 'about', 'über-uns-about', 'here', 'there'] },
  ],
  [
    'links and images',
    'See [the *plan*](plan.md#top) and <https://a.example>.\n\n- ![A chart](a.png)\n- ![](b.png)\n',
    {
      links: [
        { target: 'plan.md#top', text: 'the plan', block: 0 },
        { target: 'https://a.example', text: 'https://a.example', block: 0 },
      ],
      images: [
        { source: 'a.png', alt: 'A chart', block: 1 },
        { source: 'b.png', block: 2 },
      ],
    },
  ],
  [
    'tables as they are written',
    'Text\n\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| `x\\|y` | 2 |\n\n> a | b\n> --|--\n> 1 | 2\n',
    {
      tables: [
        { table: 0, rows: 4, columns: 2, headerRows: 1, widths: [2, 1, 3, 2], after: 0 },
        { table: 1, rows: 2, columns: 2, headerRows: 1, widths: [2, 2], after: 8 },
      ],
    },
  ],
  [
    'captions',
    '**Table 2:** Sales\n\n*Figure 3.1. Growth*\n\nFigure 4 shows it.\n\n表 1：销售\n',
    {
      captions: [
        { block: 0, kind: 'table', number: '2' },
        { block: 1, kind: 'figure', number: '3.1' },
        { block: 3, kind: 'table', number: '1' },
      ],
    },
  ],
  [
    'a table of contents',
    '- [other](b.md)\n\n# T\n\n- [One](#one)\n  - [Two](#two)\n- [Three](#three)\n\nText\n',
    {
      contents: [
        { text: 'One', level: 1, block: 2 },
        { text: 'Two', level: 2, block: 3 },
        { text: 'Three', level: 1, block: 4 },
      ],
    },
  ],
])('%s', async (_, text, expected) => {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.md');
  await writeFile(path, text);
  const result = await readDocument({ file: 'a.md', path }, 'markdown', { limits: DEFAULT_LIMITS });
  if (!result.ok) throw new Error(result.failure.text);
  for (const [name, value] of Object.entries(expected))
    expect({ [name]: result.model.parts[name as keyof DocumentParts] }).toEqual({ [name]: value });
});
