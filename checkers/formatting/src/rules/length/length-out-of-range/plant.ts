import { definePlant, type Example, type Plant, type Planted } from '@preflag/testing';
import { reportsOf } from '../../../document-plants.ts';

export const lengthOutOfRangePlant: Plant = definePlant({
  rule: 'formatting/length-out-of-range',
  clean: async () => ({
    ...(await reportsOf(['# Sales', 'Sales rose by a tenth in March, and fell again in April.'])),
    job: { deliverables: ['report.md', 'letter.docx'].map((path) => ({ path, length: { words: { min: 10, max: 20 } } })) },
  }),
  ways: {
    'the client asked for more, in markdown': (clean) => asking(clean, /\.md$/, { min: 1_000_000 }, 'short'),
    'the client asked for more, in Word': (clean) => asking(clean, /\.docx$/, { min: 1_000_000 }, 'short'),
    'the client asked for less, in markdown': (clean) => asking(clean, /\.md$/, { max: 1 }, 'long'),
    'the client asked for less, in Word': (clean) => asking(clean, /\.docx$/, { max: 1 }, 'long'),
  },
});

/** The same file under another demand. */
function asking({ files, ...clean }: Example, name: RegExp, words: object, messageId: string): Planted | undefined {
  const path = Object.keys(files).find((file) => name.test(file));
  if (path === undefined) return undefined;
  const deliverables = (clean.job?.deliverables ?? []).filter((deliverable) => !('path' in deliverable) || deliverable.path !== path);
  const example = { ...clean, files, job: { ...clean.job, deliverables: [...deliverables, { path, length: { words } }] } };
  return { example, findings: [{ messageId, file: path }] };
}
