import { definePlant, type Plant } from '@preflag/testing';
import { byAdding, reportOf } from '../../../report-plants.ts';

export const unexpectedSectionPlant: Plant = definePlant({
  rule: 'report-structure/unexpected-section',
  clean: async () => {
    const example = await reportOf('# Rents', '## Summary', 'Few homes.', '## Findings', 'High rents.');
    const sections = [{ title: 'Summary' }, { title: 'Findings' }];
    return { ...example, job: { deliverables: Object.keys(example.files).map((path) => ({ path, sections, order: 'strict' })) } };
  },
  ways: byAdding('one more section', ['## About us', 'We write reports.'], { messageId: 'unexpected', excerpt: 'About us' }),
});
