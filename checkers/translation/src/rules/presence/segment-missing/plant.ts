import { definePlant, textOf, withFile, type Plant } from '@preflag/testing';

const TEXTS = { title: 'Rents', save: 'Save the table', close: 'Close the window' };

export const segmentMissingPlant: Plant = definePlant({
  rule: 'translation/segment-missing',
  clean: () => ({
    files: { 'de.json': JSON.stringify({ title: 'Mieten', save: 'Tabelle sichern', close: 'Fenster schließen' }) },
    beside: { 'en.json': JSON.stringify(TEXTS) },
    job: { deliverables: [{ path: 'de.json', type: 'translation', source: 'en.json', language: 'de' }] },
  }),
  ways: {
    'a key was left out': (clean) => {
      const path = Object.keys(clean.files).find((name) => name.endsWith('.json'));
      if (path === undefined || !clean.job?.deliverables.some((deliverable) => 'source' in deliverable)) return undefined;
      const value: unknown = JSON.parse(textOf(clean, path));
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      const entries = Object.entries(value);
      return {
        example: withFile(clean, path, JSON.stringify(Object.fromEntries(entries.slice(0, -1)))),
        findings: [{ messageId: 'missing', file: path, at: { kind: 'segment', id: `/${entries.at(-1)?.[0]}` } }],
      };
    },
  },
});
