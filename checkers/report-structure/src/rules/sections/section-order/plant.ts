import { definePlant, textOf, withFile, docxOf, type Example, type Plant } from '@preflag/testing';
import { reportOf } from '../../../report-plants.ts';

const BLOCKS = ['# Rents', '## Summary', 'Few homes.', '## Findings', 'High rents.'];
const SWAPPED = ['# Rents', '## Findings', 'High rents.', '## Summary', 'Few homes.'];

export const sectionOrderPlant: Plant = definePlant({
  rule: 'report-structure/section-order',
  clean: async () => {
    const example = await reportOf(...BLOCKS);
    const sections = [{ title: 'Summary' }, { title: 'Findings' }];
    return { ...example, job: { deliverables: Object.keys(example.files).map((path) => ({ path, sections, order: 'relative' })) } };
  },
  ways: {
    'two sections change places, in markdown': (clean) =>
      isOwn(clean) ? planted(clean, 'report.md', `${SWAPPED.join('\n\n')}\n`) : undefined,
    'two sections change places, in a Word document': async (clean) =>
      isOwn(clean) ? planted(clean, 'report.docx', await docxOf(SWAPPED)) : undefined,
  },
});

function isOwn(clean: Example): boolean {
  return clean.files['report.md'] !== undefined && textOf(clean, 'report.md').startsWith(BLOCKS.join('\n\n')) && clean.job !== undefined;
}

function planted(clean: Example, file: string, content: string | Uint8Array): ReturnType<Plant['ways'][string]> {
  return { example: withFile(clean, file, content), findings: [{ messageId: 'order', file, excerpt: 'Findings' }] };
}
