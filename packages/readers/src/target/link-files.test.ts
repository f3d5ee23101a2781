import type { ManifestEntry } from '@preflag/core';
import { parseJob } from '@preflag/core/job';
import { expect, test } from 'vitest';
import { linkFiles } from './link-files.ts';

const entry = (path: string, type: ManifestEntry['type']): ManifestEntry => ({ path, type, bytes: 1, sha256: '' });

test('a file that holds both sides is its own source, unless another one is given', () => {
  const manifest = [
    entry('a.po', 'po'),
    entry('b.po', 'po'),
    entry('c.csv', 'csv'),
    entry('d.csv', 'csv'),
    entry('e.xlsx', 'xlsx'),
    entry('f.srt', 'srt'),
    entry('g.json', 'json'),
  ];
  const translation = (path: string, source?: string): object => ({ path, type: 'translation', language: 'de', ...(source && { source }) });
  const deliverables = [translation('b.po', 'b.pot'), translation('c.csv'), 'd.csv', translation('e.xlsx'), 'a.po', 'f.srt', 'g.json'];
  const { job } = parseJob(JSON.stringify({ version: 1, id: 'a', deliverables }), 'job.yaml');
  const linked = linkFiles({ root: '/out', manifest, job, beside: (path) => (path === 'b.pot' ? `/job/${path}` : undefined) });
  expect(linked.map(({ file, source }) => [file.file, source?.path])).toEqual([
    ['a.po', '/out/a.po'],
    ['b.po', '/job/b.pot'],
    ['c.csv', '/out/c.csv'],
    ['d.csv', undefined],
    ['e.xlsx', '/out/e.xlsx'],
    ['f.srt', undefined],
    ['g.json', undefined],
  ]);
});

test('a glossary and memories are those beside the job, whatever is delivered under their names', () => {
  const manifest = ['a.po', 'terms.csv', 'old.tmx', 'figures.csv'].map((path) => entry(path, path === 'a.po' ? 'po' : 'csv'));
  const deliverables = [{ path: 'a.po', type: 'translation', glossary: 'terms.csv', memory: ['old.tmx'], data: ['figures.csv'] }];
  const { job } = parseJob(JSON.stringify({ version: 1, id: 'a', deliverables }), 'job.yaml');
  const [linked] = linkFiles({ root: '/out', manifest, job, beside: (path) => `/job/${path}` });
  expect(linked?.data.map(({ path }) => path)).toEqual(['/out/figures.csv', '/job/terms.csv', '/job/old.tmx']);
});
