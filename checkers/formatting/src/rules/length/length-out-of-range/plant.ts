import { definePlant, type Example, type Plant, type Planted } from '@preflag/testing';

export const lengthOutOfRangePlant: Plant = definePlant({
  rule: 'formatting/length-out-of-range',
  clean: () => ({
    files: { 'report.md': '# Sales\n\nSales rose by a tenth in March, and fell again in April.\n' },
    job: { deliverables: [{ path: 'report.md', length: { words: { min: 10, max: 20 } } }] },
  }),
  ways: {
    'the client asked for more': (clean) => asking(clean, { min: 1_000_000 }, 'short'),
    'the client asked for less': (clean) => asking(clean, { max: 1 }, 'long'),
  },
});

/** The same file under another demand. */
function asking({ files, ...clean }: Example, words: object, messageId: string): Planted | undefined {
  const path = Object.keys(files).find((name) => /\.(?:md|docx|txt)$/.test(name));
  if (path === undefined) return undefined;
  const deliverables = (clean.job?.deliverables ?? []).filter((deliverable) => !('path' in deliverable) || deliverable.path !== path);
  const example = { ...clean, files, job: { ...clean.job, deliverables: [...deliverables, { path, length: { words } }] } };
  return { example, findings: [{ messageId, file: path }] };
}
