import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS, type ReadResult } from '@preflag/core';
import { expect, test } from 'vitest';
import { readDocument, type Document } from '../index.ts';

test.each<[string, string]>([
  ['emphasis signs', '*a_'.repeat(7000)],
  ['brackets', '['.repeat(50_000)],
  ['links that never end', '[a]('.repeat(30_000)],
  ['quotes in quotes', `${'>'.repeat(10_000)}a`],
  ['lists in a line', `${'- '.repeat(10_000)}a`],
  ['lists by indentation', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['tildes', '~a'.repeat(30_000)],
  ['rows that are no table', '| a | b\n'.repeat(15_000)],
  ['lines', 'a\r\n'.repeat(15_000)],
  ['many small ones', `${'*a_'.repeat(900)}\n\n`.repeat(20)],
])('%s do not hang the parser and keep the text', async (_, text) => {
  const result = await read(`# Before\n\n${text}\n\n# After *all*\n`);
  if (!result.ok) throw new Error(result.failure.text);
  expect(result.partial).toMatchObject([{ kind: 'limit', limit: 'nesting', place: { kind: 'text' } }]);
  const { blocks } = result.model;
  expect([blocks[0]?.text, blocks.at(-1)?.text]).toEqual(['Before', 'After all']);
  const letters = (of: string): number => of.match(/a/g)?.length ?? 0;
  expect(letters(blocks.map((block) => block.text).join(''))).toBe(letters(text) + 1);
  expect(JSON.stringify(result.model.root)).not.toContain('\uFDD0');
  const after = `# Before\n\n${text}\n\n`.split('\n').length;
  expect(blocks.at(-1)?.node?.position?.start).toMatchObject({ line: after, column: 1 });
});

test.each<[string, string]>([
  ['a long list of links', '- [a](b) *x*\n'.repeat(2000)],
  ['a long table of links', `| a | b |\n|---|---|\n${'| [a](b) | *x* |\n'.repeat(1500)}`],
  ['brackets in code', `\`\`\`json\n${'[[1],\n'.repeat(3000)}\`\`\`\n`],
  ['many lines in code', `\`\`\`csv\n${'a,b\n'.repeat(6000)}\`\`\`\n`],
  ['quotes and lists as deep as allowed', `${'> '.repeat(50)}${'- '.repeat(49)}a`],
])('%s is read in full', async (_, text) => {
  const result = await read(text);
  expect(result.ok && result.partial).toBeUndefined();
});

async function read(text: string): Promise<ReadResult<Document>> {
  const path = join(await mkdtemp(join(tmpdir(), 'preflag-')), 'a.md');
  await writeFile(path, text);
  return readDocument({ file: 'a.md', path }, 'markdown', { limits: DEFAULT_LIMITS });
}
